package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.lock.FolderLock;
import io.github.greenscreen.run.model.IdlePowers;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunStatus;
import java.util.Optional;
import java.util.OptionalInt;

/** Prepares run folders for an attempt, and stores in them the settings of the run. */
public final class RunFolderSetup {
  private final RunStore store;
  private final RunPurpose purpose;
  private final String data;
  private final OptionalInt limit;
  private final ModelSaving saving;

  /**
   * Create runs of {@code purpose} in {@code store} with up to {@code limit} images of {@code
   * data}, in the spelling of a status.
   *
   * @param saving which of them keep their trained network
   */
  public RunFolderSetup(
      RunStore store, RunPurpose purpose, String data, OptionalInt limit, ModelSaving saving) {
    this.store = store;
    this.purpose = purpose;
    this.data = data;
    this.limit = limit;
    this.saving = saving;
  }

  /** Create a folder with the waiting run of {@code plan}. */
  public RunFolder create(RunPlan plan, Optional<IdlePowers> idle, RunLimits limits) {
    return store.create(plan, waiting(idle, limits));
  }

  /**
   * Set the run of {@code folder} back to waiting for another attempt, which resumes from its
   * checkpoint if it has one.
   *
   * @throws io.github.greenscreen.run.lock.LockedException if another process trains it
   */
  public void again(RunFolder folder, Optional<IdlePowers> idle, RunLimits limits) {
    FolderLock lock = folder.lock();
    try {
      RunStatus earlier = folder.readStatus();
      if (!folder.checkpoints().exists()) {
        folder.discardRecords();
      }
      folder.writeStatus(waiting(idle, limits).after(earlier));
    } finally {
      lock.close();
    }
  }

  private RunStatus waiting(Optional<IdlePowers> idle, RunLimits limits) {
    return RunStatus.waiting(purpose, data, limit)
        .withSaving(saving)
        .withLimits(limits)
        .withMeasurements(RunMeasurements.NONE.withIdle(idle));
  }
}
