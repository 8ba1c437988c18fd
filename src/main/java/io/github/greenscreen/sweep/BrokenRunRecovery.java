package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.checkpoint.CheckpointFolder.Saved;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.run.model.SweepRecord;
import io.github.greenscreen.sweep.attempt.RunFolderRestorer;
import io.github.greenscreen.sweep.attempt.SweepListener;
import java.util.Map;
import java.util.Optional;

/**
 * Recovers broken run folders when a sweep is resumed. A run with a good checkpoint is resumed from
 * it; any other folder is set aside with all its files, and its configuration is trained again.
 * Folders that the sweep did not create are left alone.
 */
final class BrokenRunRecovery {
  private final RunStore store;
  private final SweepRecord sweep;
  private final SweepListener listener;

  BrokenRunRecovery(RunStore store, SweepRecord sweep, SweepListener listener) {
    this.store = store;
    this.sweep = sweep;
    this.listener = listener;
  }

  /**
   * Make all runs readable.
   *
   * @throws RunFolderException if a broken run is being trained, or does not belong to this sweep
   */
  void clear() {
    store.removeUninitialized();
    for (RunFolder folder : store.folders()) {
      fault(folder).ifPresent(fault -> save(folder, fault));
    }
  }

  /** Return the defect of {@code folder}, or empty if it has none. */
  private static Optional<RunFolderException> fault(RunFolder folder) {
    try {
      RunRecord run = folder.read();
      return run.status().purpose() == RunPurpose.SWEEP && folder.holder().isEmpty()
          ? missing(folder, run).map(RunFolderException::new)
          : Optional.empty();
    } catch (RunFolderException e) {
      return Optional.of(e);
    }
  }

  /** Return the missing part of files that can be read, or empty if they are complete. */
  private static Optional<String> missing(RunFolder folder, RunRecord run) {
    Optional<String> cut = folder.repair().findCutFile();
    if (cut.isPresent()) {
      return Optional.of(cut.get() + " is truncated");
    }
    RunState state = run.status().state();
    if (state != RunState.COMPLETED && state != RunState.INCOMPLETE) {
      return Optional.empty();
    }
    long rows = run.epochs().stream().filter(row -> row.isTraining()).count();
    int epochs = run.plan().epochs().orElse(0);
    if (rows < epochs && !run.isEndedByPatience()) {
      return Optional.of("logs.csv has " + rows + " of " + epochs + " epochs of a completed run");
    }
    if (run.epochs().stream().noneMatch(row -> row.epoch().equals("post"))) {
      return Optional.of("logs.csv is missing the last row of a completed run");
    }
    if (run.status().seconds().isEmpty()) {
      return Optional.of("status.yaml is missing the timings of a completed run");
    }
    return run.result().isPresent()
        ? Optional.empty()
        : Optional.of("parameters.yaml is missing the result of a completed run");
  }

  private void save(RunFolder folder, RunFolderException fault) {
    if (folder.holder().isPresent() || !isOurs(folder)) {
      throw fault;
    }
    Optional<Saved> saved = folder.checkpoints().newest(warning -> {});
    Optional<RunPlan> plan = saved.flatMap(this::planned);
    if (plan.isEmpty()) {
      listener.runSetAside(folder.name(), store.setAside(folder), fault.getMessage());
      return;
    }
    RunStatus interrupted =
        RunStatus.waiting(RunPurpose.SWEEP, sweep.data(), sweep.limit())
            .with(RunState.INTERRUPTED, "its files were damaged: " + fault.getMessage());
    folder.writePlan(plan.get());
    new RunFolderRestorer(plan.get(), interrupted).restore(folder);
    if (folder.repair().findCutFile().isPresent()) {
      folder.writeStatus(interrupted);
    }
  }

  /** Return the plan of the run that left this checkpoint, if it belongs to the sweep. */
  private Optional<RunPlan> planned(Saved saved) {
    Map<String, String> asked = saved.checkpoint().asked();
    return sweep.configurations().stream()
        .filter(one -> asked.entrySet().containsAll(one.values().entrySet()))
        .map(RunPlan::of)
        .findFirst();
  }

  /** Tell whether the folder belongs to the sweep, as far as its files can be read. */
  private boolean isOurs(RunFolder folder) {
    try {
      return folder.readStatus().purpose() == RunPurpose.SWEEP;
    } catch (RunFolderException e) {
      return isPlanned(folder);
    }
  }

  private boolean isPlanned(RunFolder folder) {
    try {
      RunPlan plan = folder.readPlan();
      return sweep.configurations().stream().map(RunPlan::of).anyMatch(plan::equals);
    } catch (RunFolderException e) {
      return false;
    }
  }
}
