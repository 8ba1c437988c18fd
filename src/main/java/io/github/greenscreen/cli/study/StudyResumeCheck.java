package io.github.greenscreen.cli.study;

import io.github.greenscreen.cli.option.DataOptions;
import io.github.greenscreen.cli.option.SpaceOptions;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.cli.sweep.ResumeCheck;
import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.SweepRecord;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rejects options of a resumed study that differ from what its runs were planned with. */
final class StudyResumeCheck {
  private static final Logger LOG = LoggerFactory.getLogger(StudyResumeCheck.class);

  private final RunStore store;

  /** Compare options with the runs in {@code store}. */
  StudyResumeCheck(RunStore store) {
    this.store = store;
  }

  /**
   * Check the options of search and data: against the sweep, or, if it has not begun, against the
   * baseline.
   *
   * @param count the number of configurations given with {@code -n}, null for none
   */
  void search(SpaceOptions space, DataOptions data, Integer count) {
    Optional<SweepRecord> sweep = store.study().readSweep();
    if (sweep.isPresent()) {
      ResumeCheck.of(store, sweep.get(), space, data, count);
    } else {
      newest(RunPurpose.BASELINE).ifPresent(run -> baseline(run, space, data));
    }
  }

  private void baseline(RunRecord run, SpaceOptions space, DataOptions data) {
    space
        .pinned()
        .forEach(
            (name, value) ->
                run.plan()
                    .whole()
                    .find(name)
                    .filter(found -> !found.equals(value) && !DecimalText.isSame(found, value))
                    .ifPresent(found -> refuse(run, name, found, value)));
    OptionalInt limit = run.status().limit();
    if (data.limit().isPresent() && !data.limit().equals(limit)) {
      String found = limit.isPresent() ? Integer.toString(limit.getAsInt()) : "all";
      refuse(run, "limit", found, Integer.toString(data.limit().getAsInt()));
    }
    if (data.folder().isPresent() && !data.folderText().equals(run.status().data())) {
      String found = run.status().data().isEmpty() ? "the cache" : run.status().data();
      refuse(run, "data", found, data.folderText());
    }
  }

  private void refuse(RunRecord run, String name, String found, String given) {
    throw new UsageException(
        ("the baseline, run %s in %s, was planned with %s %s, given %s; remove the option, or start"
                + " another study in a folder of its own with --runs DIR")
            .formatted(run.name(), store.path(), name, found, given));
  }

  /** Check the epochs of a final run that is unfinished; {@code epochs} is null if not given. */
  void finalEpochs(Integer epochs) {
    newest(RunPurpose.FINAL)
        .filter(run -> epochs != null && run.status().state() != RunState.COMPLETED)
        .filter(run -> run.plan().epochs().orElse(0) != epochs)
        .ifPresent(
            run -> {
              throw new UsageException(
                  ("--final-epochs: the final run, run %s in %s, is unfinished and was planned with "
                          + "%s epochs, given %s; remove the option to complete it, or move its "
                          + "folder away")
                      .formatted(run.name(), store.path(), run.plan().epochs().orElse(0), epochs));
            });
  }

  private Optional<RunRecord> newest(RunPurpose purpose) {
    return store.readAll(StudyResumeCheck::skip).stream()
        .filter(run -> run.status().purpose() == purpose)
        .reduce((first, second) -> second);
  }

  private static void skip(RunFolder folder, RunFolderException cause) {
    LOG.debug("run {} cannot be read", folder.name(), cause);
  }
}
