package io.github.greenscreen.training;

import io.github.greenscreen.run.ConstraintViolation;
import io.github.greenscreen.search.AmountFormat;
import java.util.function.LongSupplier;

/**
 * Watches that the epochs of a run take no longer in the mean than they may. The one in progress
 * counts as soon as it makes the mean too long, so that a run that is far too slow does not end its
 * first epoch. Epochs of earlier attempts do not count.
 */
final class EpochLimit {
  private static final String METRIC = "epoch_seconds";
  private static final double NANOS = 1e9;

  private final double most;
  private final LongSupplier nanos;
  private double seconds;
  private int epochs;
  private long begin;

  /** Watch {@code most} seconds, infinity for none. */
  EpochLimit(double most) {
    this(most, System::nanoTime);
  }

  EpochLimit(double most, LongSupplier nanos) {
    this.most = most;
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
  }

  /** The first epoch begins. */
  void begin() {
    begin = nanos.getAsLong();
  }

  /** An epoch has ended, and another begins. */
  void epochEnded(double took) {
    seconds += took;
    epochs++;
    begin = nanos.getAsLong();
  }

  /** Throw where the mean is too long. */
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
              .formatted(AmountFormat.rounded(mean), AmountFormat.plain(most)),
          new ConstraintViolation(METRIC, mean).toFacts());
    }
  }
}
