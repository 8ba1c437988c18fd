package io.github.greenscreen.training.limit;

import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.run.model.ConstraintViolation;
import java.util.function.LongSupplier;

/**
 * Enforces a limit on the mean duration of an epoch. The current epoch counts as soon as it raises
 * the mean above the limit, so that a run that is far too slow ends within its first epoch. Epochs
 * of earlier attempts do not count.
 */
final class EpochLimit {
  private static final String METRIC = "epoch_seconds";
  private static final double NANOS = 1e9;

  private final double most;
  private final LongSupplier nanos;
  private double seconds;
  private int epochs;
  private long begin;

  /** Limit the mean to {@code most} seconds, infinity for none. */
  EpochLimit(double most) {
    this(most, System::nanoTime);
  }

  EpochLimit(double most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
  }

  /** Start the first epoch. */
  void begin() {
    begin = nanos.getAsLong();
  }

  /** End an epoch, and start the next. */
  void epochEnded(double took) {
    seconds += took;
    epochs++;
    begin = nanos.getAsLong();
  }

  /** Throw if the limit is exceeded. */
  void check() {
    if (epochs > 0) {
      refuse(seconds / epochs);
    }
    refuse((seconds + (nanos.getAsLong() - begin) / NANOS) / (epochs + 1));
  }

  private void refuse(double mean) {
    if (mean > most) {
      throw new LimitExceededException(
          "mean time of an epoch is %s s or more, above the %s s of constraint epoch_seconds"
              .formatted(ExceedingAmount.rounded(mean, most), AmountFormat.plain(most)),
          new ConstraintViolation(METRIC, mean));
    }
  }
}
