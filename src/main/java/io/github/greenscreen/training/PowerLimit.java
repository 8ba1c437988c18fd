package io.github.greenscreen.training;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.ConstraintViolation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Watches that a run stays below a power: the mean over {@link #SECONDS} seconds of readings, all
 * devices added. The sampler tells it the readings, the training thread asks between two steps and
 * never waits.
 */
final class PowerLimit {
  /** How long the power must be too high; a spike shall not end a run. */
  static final int SECONDS = 5;

  private static final String METRIC = "power_W";

  private final double most;
  private final String name;
  private final Deque<Reading> readings = new ArrayDeque<>();
  private volatile Optional<LimitExceededException> found = Optional.empty();

  /** Watch {@code most} watts, which {@code name} asks for. */
  PowerLimit(double most, String name) {
    this.most = most;
    this.name = name;
  }

  /** Take a reading of all devices; those without a power are left out. */
  void observe(List<PowerSample> samples) {
    double watts = samples.stream().mapToDouble(PowerSample::powerW).filter(Double::isFinite).sum();
    boolean known = samples.stream().anyMatch(sample -> Double.isFinite(sample.powerW()));
    if (!known) {
      return;
    }
    long now = samples.get(0).timeMillis();
    readings.addLast(new Reading(now, watts));
    boolean whole = now - readings.getFirst().timeMillis() >= 1000L * SECONDS;
    while (now - readings.getFirst().timeMillis() > 1000L * SECONDS) {
      readings.removeFirst();
    }
    double mean = readings.stream().mapToDouble(Reading::watts).average().orElseThrow();
    if (whole && mean > most) {
      found = Optional.of(passed(mean, mark(samples)));
    }
  }

  /** Throw where the power was too high. */
  void check() {
    if (found.isPresent()) {
      throw found.get();
    }
  }

  private LimitExceededException passed(double mean, String mark) {
    String words =
        String.format(
            Locale.ROOT,
            "mean power over %d s is %.1f W%s, more than the %s W of %s",
            SECONDS,
            mean,
            mark,
            trimmed(most),
            name);
    return new LimitExceededException(words, new ConstraintViolation(METRIC, mean).toFacts());
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
