package io.github.greenscreen.power.nvidia;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Advice for drivers that take long to give their first answer. */
public final class SlowStart {
  private static final Duration USUAL = Duration.ofSeconds(5);

  private SlowStart() {}

  /** Return what to do if the first answer took {@code nanos}; empty if that is usual. */
  public static Optional<String> advice(long nanos) {
    return nanos <= USUAL.toNanos()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "the first answer took %.0f s; %s",
                nanos / 1e9,
                NvidiaSmiAdvice.PERSISTENCE));
  }
}
