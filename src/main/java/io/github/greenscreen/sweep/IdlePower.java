package io.github.greenscreen.sweep;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.power.PowerTrace;
import io.github.greenscreen.power.PowerWindow;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Measures what the machine takes while nothing is trained, so that the net energy of a run is
 * known. Where no meter answers nothing is measured and nothing waited for, but for cooling down.
 */
public final class IdlePower {
  /** How long the idle machine is measured unless told otherwise. */
  public static final Duration DEFAULT_TIME = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final double LEAST_COVERAGE = 0.95;

  private final Supplier<PowerMeter> meter;
  private final Duration time;
  private final Duration coolDown;
  private final Duration period;

  /**
   * Measure by what {@code meter} opens, for {@code time} before the first run, zero for not at
   * all; and while the machine cools down for {@code coolDown} between two runs, in the last {@code
   * time} of it.
   */
  public IdlePower(Supplier<PowerMeter> meter, Duration time, Duration coolDown) {
    this(meter, time, coolDown, PowerSampler.DEFAULT_PERIOD);
  }

  /** Read the meter every {@code period}, which must be above zero. */
  public IdlePower(Supplier<PowerMeter> meter, Duration time, Duration coolDown, Duration period) {
    this.meter = Objects.requireNonNull(meter);
    this.time = Objects.requireNonNull(time);
    this.coolDown = Objects.requireNonNull(coolDown);
    this.period = Objects.requireNonNull(period);
  }

  /** Return one that neither measures nor waits. */
  public static IdlePower unmeasured() {
    return new IdlePower(
        () -> {
          throw new IllegalStateException("nothing is to be measured");
        },
        Duration.ZERO,
        Duration.ZERO);
  }

  /**
   * Measure before the first run and return the mean power in watts; empty where it is not known
   * for at least 95 % of the time.
   */
  public OptionalDouble beforeFirst() throws InterruptedException {
    return time.isZero() ? OptionalDouble.empty() : measure(time, false);
  }

  /** Wait for the machine to cool down between two runs, and return its power as above. */
  OptionalDouble betweenRuns() throws InterruptedException {
    Duration measured = time.compareTo(coolDown) < 0 ? time : coolDown;
    sleep(coolDown.minus(measured));
    return measured.isZero() ? OptionalDouble.empty() : measure(measured, true);
  }

  private OptionalDouble measure(Duration length, boolean always) throws InterruptedException {
    try (PowerMeter open = meter.get()) {
      PowerSampler sampler = PowerSampler.start(open, period, reading -> {});
      try (sampler) {
        boolean answers =
            sampler.awaitFirstReading(PATIENCE) && !PowerTrace.of(sampler.samples()).isEmpty();
        if (answers || always) {
          sleep(length);
        }
      }
      return mean(PowerTrace.of(sampler.samples(), sampler.cadence()), sampler);
    }
  }

  private static OptionalDouble mean(PowerTrace trace, PowerSampler sampler) {
    long first = sampler.samples().stream().mapToLong(s -> s.timeMillis()).min().orElse(0);
    long last = sampler.samples().stream().mapToLong(s -> s.timeMillis()).max().orElse(0);
    PowerWindow window = trace.between(first, last);
    boolean known =
        window.seconds() > 0
            && trace.silentDevices().isEmpty()
            && window.sampledSeconds() >= LEAST_COVERAGE * window.seconds();
    return known ? OptionalDouble.of(window.meanPowerW()) : OptionalDouble.empty();
  }

  private static void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration.toMillis());
  }
}
