package io.github.greenscreen.cli.sweep;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPurpose;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names the runs of a sweep whose trained networks are kept while others are deleted. */
final class KeptModels {
  private static final Logger LOG = LoggerFactory.getLogger(KeptModels.class);

  private static final String WHY = " (--save-models best)";

  private KeptModels() {}

  /** Return a sentence with the runs in {@code store}; empty if none, or if all are kept. */
  static Optional<String> sentence(RunStore store, ModelSaving saving) {
    List<RunFolder> kept =
        saving == ModelSaving.BEST
            ? store.folders().stream().filter(KeptModels::isKept).toList()
            : List.of();
    List<String> names = kept.stream().map(RunFolder::name).toList();
    return switch (names.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of("the trained network of run %s is kept%s".formatted(names.get(0), WHY));
      default ->
          Optional.of(
              "the trained networks of runs %s are kept%s"
                  .formatted(String.join(", ", names), WHY));
    };
  }

  private static boolean isKept(RunFolder run) {
    try {
      RunPurpose purpose = run.readStatus().purpose();
      return run.model().exists()
          && (purpose == RunPurpose.SWEEP || purpose == RunPurpose.BASELINE);
    } catch (RunFolderException e) {
      LOG.debug("run {} cannot be read", run.name(), e);
      return false;
    }
  }
}
