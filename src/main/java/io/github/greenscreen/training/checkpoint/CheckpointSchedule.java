package io.github.greenscreen.training.checkpoint;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Decides when checkpoints are due: after a fixed number of epochs or, by default, after the first
 * and the last epoch and whenever a minute has passed since the last checkpoint, so that short
 * epochs do not wait for the disk. Not thread-safe.
 */
public final class CheckpointSchedule {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final OptionalInt every;
  private final int total;
  private final Clock clock;
  private long lastMillis = Long.MIN_VALUE / 2;

  /**
   * Follow {@code clock}, which must not be set back.
   *
   * @param every epochs between two checkpoints, at least 1; empty to use the default
   * @param total epochs of the run
   */
  public CheckpointSchedule(OptionalInt every, int total, Clock clock) {
    this.every = Objects.requireNonNull(every);
    this.total = total;
    this.clock = Objects.requireNonNull(clock);
  }

  /** Tell whether a checkpoint is due after {@code epochs} epochs. */
  boolean isDue(int epochs) {
    if (every.isPresent()) {
      return epochs % every.getAsInt() == 0;
    }
    return epochs == total || clock.millis() - lastMillis >= PAUSE.toMillis();
  }

  /** Record that a checkpoint has just been written. */
  void written() {
    lastMillis = clock.millis();
  }
}
