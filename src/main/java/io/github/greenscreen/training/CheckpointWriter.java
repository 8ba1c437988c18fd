package io.github.greenscreen.training;

import io.github.greenscreen.run.Checkpoint;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunFolderException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the checkpoints of one attempt when their schedule says so, and before a stop that was
 * asked for. A disk that refuses one does not end the training, which goes on and tries again.
 */
final class CheckpointWriter {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointWriter.class);

  private final RunFolder folder;
  private final Map<String, String> asked;
  private final CheckpointSchedule schedule;
  private final StopRequest stop;
  private Optional<Checkpoint> fresh = Optional.empty();

  /**
   * Write into {@code folder}.
   *
   * @param asked what is trained, see {@link Fingerprint}
   * @param schedule when checkpoints are due
   * @param stop tells whether the training is about to end
   */
  CheckpointWriter(
      RunFolder folder, Map<String, String> asked, CheckpointSchedule schedule, StopRequest stop) {
    this.folder = folder;
    this.asked = asked;
    this.schedule = schedule;
    this.stop = stop;
  }

  /** Tell whether to write one now that {@code epochs} epochs are done. */
  boolean isDue(int epochs) {
    return schedule.isDue(epochs) || stop.isAfterEpoch();
  }

  /**
   * Write one.
   *
   * @param seconds wall time by phase so far
   * @param spent what the meter has seen of all samples so far
   * @param untilMillis end of the last epoch in milliseconds since 1970
   * @param logs the lines of {@code logs.csv}, the header first
   * @return why it could not be written, empty where it was
   */
  Optional<String> write(
      int epochs,
      Map<String, Double> seconds,
      EnergyTotals spent,
      long untilMillis,
      List<String> logs,
      EngineState state) {
    Checkpoint checkpoint =
        new Checkpoint(
            epochs,
            asked,
            seconds,
            spent.toMap(),
            spent.samples(),
            OptionalLong.of(untilMillis),
            logs);
    try {
      folder.checkpoints().save(checkpoint, state::writeTo);
      fresh = Optional.of(checkpoint);
      schedule.written();
      return Optional.empty();
    } catch (RunFolderException e) {
      LOG.warn("no checkpoint after epoch {}: {}", epochs, e.getMessage());
      return Optional.of(e.getMessage());
    }
  }

  /** Note that training went on, so that something would be lost if it ended. */
  void outdate() {
    fresh = Optional.empty();
  }

  /**
   * Note that the training ended right after a checkpoint: nothing is lost, and all {@code seconds}
   * and all that the meter has {@code spent} are those of what is kept.
   */
  void settle(Map<String, Double> seconds, EnergyTotals spent) {
    try {
      fresh.ifPresent(
          last ->
              folder.checkpoints().rewrite(last.settled(seconds, spent.toMap(), spent.samples())));
    } catch (RunFolderException e) {
      LOG.warn("{}", e.getMessage());
    }
  }
}
