package io.github.greenscreen.sweep;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.power.PowerTrace;
import io.github.greenscreen.power.PowerWindow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Measures what the machine takes while nothing is trained, so that the net energy of a run is
 * known. Where no meter answers nothing is measured and nothing waited for, but for cooling down.
 */
public final class IdlePower {
  /** How long the idle machine is measured unless told otherwise. */
  public static final Duration DEFAULT_TIME = Duration.ofSeconds(10);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final double LEAST_COVERAGE = 0.95;

  private final Function<Map<String, String>, PowerMeter> meter;
  private final Duration time;
  private final Duration coolDown;
  private final Duration period;

  /**
   * Measure for {@code time} before the first run, zero for not at all; and while the machine cools
   * down for {@code coolDown} between two runs, in the last {@code time} of it.
   *
   * @param meter opens the meter that a run with these variables of the environment will have
   * @param period how often the meter is read, above zero
   */
  public IdlePower(
      Function<Map<String, String>, PowerMeter> meter,
      Duration time,
      Duration coolDown,
      Duration period) {
    this.meter = Objects.requireNonNull(meter);
    this.time = Objects.requireNonNull(time);
    this.coolDown = Objects.requireNonNull(coolDown);
    this.period = Objects.requireNonNull(period);
  }

  /** Return one that neither measures nor waits. */
  public static IdlePower unmeasured() {
    return new IdlePower(
        variables -> {
          throw new IllegalStateException("nothing is to be measured");
        },
        Duration.ZERO,
        Duration.ZERO,
        PowerSampler.DEFAULT_PERIOD);
  }

  /**
   * Measure before the first run and return the mean power in watts; empty where it is not known
   * for at least 95 % of the time.
   */
  public OptionalDouble beforeFirst() throws InterruptedException {
    Map<Seat, Double> powers = beforeFirst(List.of(Seat.only()));
    return powers.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(powers.get(Seat.only()));
  }

  /** Measure what is known of {@code seats} in the same way, all at the same time, in watts. */
  Map<Seat, Double> beforeFirst(List<Seat> seats) throws InterruptedException {
    return time.isZero() ? Map.of() : measure(seats, time, false);
  }

  /** Wait for the machine to cool down between two runs, and return its power as above. */
  Map<Seat, Double> betweenRuns(List<Seat> seats) throws InterruptedException {
    Duration measured = time.compareTo(coolDown) < 0 ? time : coolDown;
    sleep(coolDown.minus(measured));
    return measured.isZero() ? Map.of() : measure(seats, measured, true);
  }

  private Map<Seat, Double> measure(List<Seat> seats, Duration length, boolean always)
      throws InterruptedException {
    Map<Map<String, String>, Reader> readers = new LinkedHashMap<>();
    try {
      seats.forEach(seat -> readers.computeIfAbsent(device(seat), this::open));
      boolean answers = false;
      for (Reader reader : readers.values()) {
        answers |= reader.answers();
      }
      if (answers || always) {
        sleep(length);
      }
    } finally {
      readers.values().forEach(Reader::close);
    }
    Map<Seat, Double> powers = new LinkedHashMap<>();
    for (Seat seat : seats) {
      readers.get(device(seat)).mean().ifPresent(watts -> powers.put(seat, watts));
    }
    return powers;
  }

  /** Return the variables of {@code seat} that matter to a meter. */
  private static Map<String, String> device(Seat seat) {
    return seat.device().isEmpty() ? Map.of() : Map.of(Seats.VISIBLE, seat.device());
  }

  private Reader open(Map<String, String> variables) {
    PowerMeter open = meter.apply(variables);
    return new Reader(open, PowerSampler.start(open, period, reading -> {}));
  }

  private static void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration.toMillis());
  }

  /**
   * A meter that is being read.
   *
   * @param meter what is read
   * @param sampler reads it
   */
  private record Reader(PowerMeter meter, PowerSampler sampler) implements AutoCloseable {
    boolean answers() throws InterruptedException {
      return sampler.awaitFirstReading(PATIENCE) && !PowerTrace.of(sampler.samples()).isEmpty();
    }

    @Override
    public void close() {
      sampler.close();
      meter.close();
    }

    OptionalDouble mean() {
      PowerTrace trace = PowerTrace.of(sampler.samples(), sampler.cadence());
      long first = sampler.samples().stream().mapToLong(s -> s.timeMillis()).min().orElse(0);
      long last = sampler.samples().stream().mapToLong(s -> s.timeMillis()).max().orElse(0);
      PowerWindow window = trace.between(first, last);
      boolean known =
          window.seconds() > 0
              && trace.silentDevices().isEmpty()
              && window.sampledSeconds() >= LEAST_COVERAGE * window.seconds();
      return known ? OptionalDouble.of(window.meanPowerW()) : OptionalDouble.empty();
    }
  }
}
