package io.github.greenscreen.training.checkpoint;

import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.checkpoint.Checkpoint;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.training.energy.EnergyTotals;
import io.github.greenscreen.training.engine.EngineState;
import io.github.greenscreen.training.limit.StopRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the checkpoints of one attempt when they are due, and before a requested stop. If the disk
 * refuses one, training continues, and the next checkpoint is tried as usual.
 */
public final class CheckpointWriter {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointWriter.class);

  private final RunFolder folder;
  private final Map<String, String> asked;
  private final CheckpointSchedule schedule;
  private final StopRequest stop;
  private Optional<Checkpoint> fresh = Optional.empty();

  /**
   * Write into {@code folder}.
   *
   * @param asked the inputs of the training, see {@link Fingerprint}
   * @param schedule decides when checkpoints are due
   * @param stop tells whether the training is about to end
   */
  public CheckpointWriter(
      RunFolder folder, Map<String, String> asked, CheckpointSchedule schedule, StopRequest stop) {
    this.folder = folder;
    this.asked = asked;
    this.schedule = schedule;
    this.stop = stop;
  }

  /** Tell whether to write a checkpoint after {@code epochs} epochs. */
  public boolean isDue(int epochs) {
    return schedule.isDue(epochs) || stop.isAfterEpoch();
  }

  /**
   * Write a checkpoint.
   *
   * @param seconds wall time by phase so far
   * @param spent totals of all power samples so far
   * @param untilMillis end of the last epoch in milliseconds since 1970
   * @param logs the lines of {@code logs.csv}, the header first
   * @return why it could not be written, or empty
   */
  public Optional<String> write(
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

  /** Record that training continued, so that ending now would lose work. */
  public void outdate() {
    fresh = Optional.empty();
  }

  /**
   * If the training ended right after a checkpoint, nothing is lost: update it with all {@code
   * seconds} and all the energy {@code spent}.
   */
  public void settle(Map<String, Double> seconds, EnergyTotals spent) {
    try {
      fresh.ifPresent(
          last ->
              folder.checkpoints().rewrite(last.settled(seconds, spent.toMap(), spent.samples())));
    } catch (RunFolderException e) {
      LOG.warn("{}", e.getMessage());
    }
  }
}
