package io.github.greenscreen.training;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.checkpoint.CheckpointFolder.Saved;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.training.checkpoint.CheckpointSchedule;
import io.github.greenscreen.training.checkpoint.CheckpointWriter;
import io.github.greenscreen.training.checkpoint.Fingerprint;
import io.github.greenscreen.training.checkpoint.PreviousAttempts;
import io.github.greenscreen.training.engine.ResumeState;
import io.github.greenscreen.training.engine.TrainingJob;
import io.github.greenscreen.training.limit.StopRequest;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The starting point of a run: a valid checkpoint of its folder, or the beginning. */
final class ResumePoint {
  private static final Logger LOG = LoggerFactory.getLogger(ResumePoint.class);

  private final RunFolder folder;
  private final Map<String, String> asked;
  private final Optional<Saved> saved;

  private ResumePoint(RunFolder folder, Map<String, String> asked, Optional<Saved> saved) {
    this.folder = folder;
    this.asked = asked;
    this.saved = saved;
  }

  /**
   * Look for a checkpoint of the run in {@code folder}. The folder is not changed, except that a
   * waiting run is marked as failed if this throws.
   *
   * @throws RunFolderException if the last valid checkpoint belongs to another training, or the
   *     folder of checkpoints is a link that leads elsewhere
   */
  static ResumePoint of(RunFolder folder, RunPlan plan, RunStatus status) {
    try {
      Map<String, String> asked = Fingerprint.of(plan, status);
      ResumePoint found = new ResumePoint(folder, asked, folder.checkpoints().newest(LOG::warn));
      found.refuseOther(asked);
      return found;
    } catch (RunFolderException e) {
      if (status.state() == RunState.WAITING) {
        folder.writeStatus(status.with(RunState.FAILED, e.getMessage()));
      }
      throw e;
    }
  }

  /** Tell whether there is a checkpoint to resume from. */
  boolean exists() {
    return saved.isPresent();
  }

  /** Return the entries for the environment of the run. */
  Map<String, String> entries() {
    return saved
        .map(found -> Map.of("resumed_from_epoch", "" + found.checkpoint().epochs()))
        .orElse(Map.of());
  }

  /** Reset the records of the folder to the starting point, and return the earlier work. */
  PreviousAttempts takeUp() {
    if (saved.isEmpty()) {
      folder.discardRecords();
      return PreviousAttempts.NONE;
    }
    PreviousAttempts earlier = PreviousAttempts.settle(folder, saved.get().checkpoint());
    LOG.info("run {} resumes after epoch {}", folder.name(), earlier.epochs());
    return earlier;
  }

  /**
   * Return {@code job} from the starting point, and let {@code recorder} write checkpoints.
   *
   * @param schedule when they are due, empty for never
   * @throws RunFolderException if the images are not those of the checkpoint
   */
  TrainingJob apply(
      TrainingJob job,
      RunRecorder recorder,
      Optional<CheckpointSchedule> schedule,
      StopRequest stop) {
    if (saved.isEmpty() && schedule.isEmpty()) {
      return job;
    }
    Map<String, String> all = Fingerprint.with(asked, job.images());
    refuseOther(all);
    schedule
        .map(due -> new CheckpointWriter(folder, all, due, stop))
        .ifPresent(recorder::keepCheckpoints);
    return saved
        .map(found -> job.resumed(new ResumeState(found.checkpoint().epochs(), found::open)))
        .orElse(job);
  }

  private void refuseOther(Map<String, String> known) {
    saved
        .flatMap(found -> Fingerprint.problem(folder, known, found.checkpoint().asked()))
        .ifPresent(
            problem -> {
              throw new RunFolderException(problem);
            });
  }
}
