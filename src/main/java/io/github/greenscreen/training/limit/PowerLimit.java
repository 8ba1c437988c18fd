package io.github.greenscreen.training.limit;

import io.github.greenscreen.format.AmountFormat;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.model.ConstraintViolation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Enforces a limit on power: the mean over {@link #SECONDS} seconds of readings, summed over all
 * devices. The sampler thread delivers readings; the training thread checks between two steps and
 * never waits.
 */
final class PowerLimit {
  /** Averaging time; a single spike must not end a run. */
  static final int SECONDS = 5;

  private static final String METRIC = "power_W";

  private final double most;
  private final String name;
  private final Deque<Reading> readings = new ArrayDeque<>();
  private volatile Optional<LimitExceededException> found = Optional.empty();

  /** Limit the power to {@code most} watts, as set by the option or constraint {@code name}. */
  PowerLimit(double most, String name) {
    this.most = most;
    this.name = name;
  }

  /** Process a reading of all devices; devices without a power are ignored. */
  void observe(List<PowerSample> samples) {
    double watts = PowerSample.totalW(samples);
    if (Double.isNaN(watts)) {
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

  /** Throw if the limit is exceeded. */
  void check() {
    if (found.isPresent()) {
      throw found.get();
    }
  }

  private LimitExceededException passed(double mean, String mark) {
    String words =
        "mean power over %s s is %s W%s, more than the %s W of %s"
            .formatted(
                SECONDS,
                ExceedingAmount.withDecimals(mean, most, 1),
                mark,
                AmountFormat.plain(most),
                name);
    return new LimitExceededException(words, new ConstraintViolation(METRIC, mean));
  }

  private static String mark(List<PowerSample> samples) {
    String mark = PowerSource.of(samples, Map.of()).mark();
    return mark.isEmpty() ? "" : " (" + mark + ")";
  }

  /**
   * The power of all devices.
   *
   * @param timeMillis time in milliseconds since 1970
   * @param watts their sum
   */
  private record Reading(long timeMillis, double watts) {}
}
