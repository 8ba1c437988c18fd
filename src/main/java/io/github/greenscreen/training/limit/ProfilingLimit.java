package io.github.greenscreen.training.limit;

import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.model.ProfileResult;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Ends a profiling run, which measures only power and memory, after some seconds of training. The
 * first third is a warm-up and does not count for power. The sampler thread delivers readings; the
 * training thread checks between two steps and never waits.
 */
final class ProfilingLimit {
  private static final double NANOS = 1e9;
  private static final double WARM_UP = 1.0 / 3;

  private final double seconds;
  private final LongSupplier nanos;
  private long begin;
  private volatile boolean begun;
  private double watts;
  private int readings;
  private double memory = Double.NaN;

  /** Train for {@code seconds}, infinity to disable it. */
  ProfilingLimit(double seconds) {
    this(seconds, System::nanoTime);
  }

  ProfilingLimit(double seconds, LongSupplier nanos) {
    this.seconds = seconds;
    this.nanos = nanos;
  }

  /** Start the time. */
  void begin() {
    begin = nanos.getAsLong();
    begun = true;
  }

  /** Process a reading of all devices. */
  synchronized void observe(List<PowerSample> samples) {
    if (!begun || Double.isInfinite(seconds)) {
      return;
    }
    samples.stream()
        .mapToDouble(PowerSample::memoryMiB)
        .filter(Double::isFinite)
        .forEach(used -> memory = Double.isNaN(memory) ? used : Math.max(memory, used));
    double total = PowerSample.totalW(samples);
    if (!Double.isNaN(total) && elapsed() >= WARM_UP * seconds) {
      watts += total;
      readings++;
    }
  }

  /** Throw if the time is over. */
  synchronized void check() {
    if (begun && elapsed() >= seconds) {
      double power = readings == 0 ? Double.NaN : watts / readings;
      throw new LimitExceededException(
          "profiled for %s s".formatted(AmountFormat.rounded(elapsed())),
          new ProfileResult(power, memory));
    }
  }

  private double elapsed() {
    return (nanos.getAsLong() - begin) / NANOS;
  }
}
