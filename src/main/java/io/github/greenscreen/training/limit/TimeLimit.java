package io.github.greenscreen.training.limit;

import io.github.greenscreen.format.AmountFormat;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Enforces a limit on the wall time of an attempt, by a clock that cannot be set. */
final class TimeLimit {
  private final OptionalDouble maxSeconds;
  private final LongSupplier nanos;
  private final long begin;

  /** Start the time; empty for no limit. */
  TimeLimit(OptionalDouble maxSeconds) {
    this(maxSeconds, System::nanoTime);
  }

  TimeLimit(OptionalDouble maxSeconds, LongSupplier nanos) {
    this.maxSeconds = maxSeconds;
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
  }

  /** Throw if the limit is exceeded. */
  void check() {
    double seconds = (nanos.getAsLong() - begin) / 1e9;
    if (maxSeconds.isPresent() && seconds > maxSeconds.getAsDouble()) {
      throw new LimitExceededException(
          "ran for %s s, more than the %s s of --max-run-time"
              .formatted(
                  ExceedingAmount.withDecimals(seconds, maxSeconds.getAsDouble(), 0),
                  AmountFormat.plain(maxSeconds.getAsDouble())));
    }
  }
}
