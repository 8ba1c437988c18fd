package io.github.greenscreen.training;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Watches that a run stays below a power: the mean over {@link #SECONDS} seconds of readings, all
 * devices added. The sampler tells it the readings, the training thread asks between two steps and
 * never waits.
 */
final class PowerLimit {
  /** How long the power must be too high; a spike shall not end a run. */
  static final int SECONDS = 5;

  private final OptionalDouble maxPowerW;
  private final Deque<Reading> readings = new ArrayDeque<>();
  private volatile String found = "";

  /** Watch {@code maxPowerW}, or nothing where it is empty. */
  PowerLimit(OptionalDouble maxPowerW) {
    this.maxPowerW = maxPowerW;
  }

  /** Take a reading of all devices; those without a power are left out. */
  void observe(List<PowerSample> samples) {
    double watts = samples.stream().mapToDouble(PowerSample::powerW).filter(Double::isFinite).sum();
    boolean known = samples.stream().anyMatch(sample -> Double.isFinite(sample.powerW()));
    if (maxPowerW.isEmpty() || !known) {
      return;
    }
    long now = samples.get(0).timeMillis();
    readings.addLast(new Reading(now, watts));
    boolean whole = now - readings.getFirst().timeMillis() >= 1000L * SECONDS;
    while (now - readings.getFirst().timeMillis() > 1000L * SECONDS) {
      readings.removeFirst();
    }
    double mean = readings.stream().mapToDouble(Reading::watts).average().orElseThrow();
    if (whole && mean > maxPowerW.getAsDouble()) {
      found =
          String.format(
              Locale.ROOT,
              "mean power over %d s is %.1f W%s, more than the %s W of --max-power",
              SECONDS,
              mean,
              mark(samples),
              trimmed(maxPowerW.getAsDouble()));
    }
  }

  /** Throw where the power was too high. */
  void check() {
    if (!found.isEmpty()) {
      throw new LimitPassedException(found);
    }
  }

  private static String mark(List<PowerSample> samples) {
    String mark = PowerSource.of(samples, Map.of()).mark();
    return mark.isEmpty() ? "" : " (" + mark + ")";
  }

  private static String trimmed(double watts) {
    return watts == Math.rint(watts)
        ? Long.toString(Math.round(watts))
        : String.format(Locale.ROOT, "%.1f", watts);
  }

  /**
   * The power of all devices.
   *
   * @param timeMillis when, in milliseconds since 1970
   * @param watts their sum
   */
  private record Reading(long timeMillis, double watts) {}
}
