package io.github.greenscreen.sweep.attempt;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSampler;
import io.github.greenscreen.power.PowerTrace;
import io.github.greenscreen.power.PowerWindow;
import io.github.greenscreen.power.SamplesByMeter;
import io.github.greenscreen.power.meter.MeterChoice;
import io.github.greenscreen.run.model.IdlePowers;
import io.github.greenscreen.sweep.launch.DeviceHolder;
import io.github.greenscreen.sweep.launch.LocalSlots;
import io.github.greenscreen.sweep.launch.Slot;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Measures the power of the machine while nothing is trained, which is needed for the net energy of
 * a run. If no meter answers, it only waits for the cool-down.
 */
public final class IdlePowerMeasurement {
  /** Default duration of the measurement. */
  public static final Duration DEFAULT_TIME = Duration.ofSeconds(10);

  private static final double MIN_COVERAGE = 0.95;

  private final Function<Map<String, String>, PowerMeter> meter;
  private final Duration time;
  private final Duration coolDown;
  private final Duration period;
  private final DeviceHolder holder;

  /** Create a measurement, as below, that does not hold a GPU. */
  public IdlePowerMeasurement(
      Function<Map<String, String>, PowerMeter> meter,
      Duration time,
      Duration coolDown,
      Duration period) {
    this(meter, time, coolDown, period, DeviceHolder.NONE);
  }

  /**
   * Create a measurement. Before the first run, it takes {@code time}, or zero to skip it; between
   * two runs the machine cools down for {@code coolDown}, and is measured in its last {@code time}.
   *
   * @param meter opens the meter of a run with these environment variables
   * @param period interval between two readings of the meter, above zero
   * @param holder holds a GPU for a second measurement before the first run
   */
  public IdlePowerMeasurement(
      Function<Map<String, String>, PowerMeter> meter,
      Duration time,
      Duration coolDown,
      Duration period,
      DeviceHolder holder) {
    this.holder = Objects.requireNonNull(holder);
    this.meter = Objects.requireNonNull(meter);
    this.time = Objects.requireNonNull(time);
    this.coolDown = Objects.requireNonNull(coolDown);
    this.period = Objects.requireNonNull(period);
  }

  /** Return a measurement that neither measures nor waits. */
  public static IdlePowerMeasurement unmeasured() {
    return new IdlePowerMeasurement(
        variables -> {
          throw new IllegalStateException("nothing is to be measured");
        },
        Duration.ZERO,
        Duration.ZERO,
        PowerSampler.DEFAULT_PERIOD);
  }

  /**
   * Measure before the first run and return the mean powers in watts; empty if the samples cover
   * less than 95 % of the time.
   */
  public Optional<IdlePowers> beforeFirst() throws InterruptedException {
    return Optional.ofNullable(beforeFirst(List.of(Slot.only())).get(Slot.only()));
  }

  /** Measure all of {@code slots} in the same way, at the same time. */
  public Map<Slot, IdlePowers> beforeFirst(List<Slot> slots) throws InterruptedException {
    if (time.isZero()) {
      return Map.of();
    }
    Map<Slot, IdlePowers> idle = measure(slots, time, false);
    Map<Slot, IdlePowers> held = idle.isEmpty() ? Map.of() : whileHeld(slots);
    Map<Slot, IdlePowers> powers = new LinkedHashMap<>();
    idle.forEach((slot, power) -> powers.put(slot, together(power, held.get(slot))));
    return powers;
  }

  /** Return both powers, unless another meter than before has measured the held GPU. */
  private static IdlePowers together(IdlePowers idle, IdlePowers held) {
    return held == null || !MeterChoice.readSame(idle.meter(), held.meter())
        ? idle
        : new IdlePowers(idle.powerW(), held.powerW(), idle.meter());
  }

  /** Measure again while all GPUs of {@code slots} are held, if they can be. */
  private Map<Slot, IdlePowers> whileHeld(List<Slot> slots) throws InterruptedException {
    Map<Map<String, String>, DeviceHolder.Held> held = new LinkedHashMap<>();
    try {
      for (Slot slot : slots) {
        Map<String, String> variables = device(slot);
        if (!held.containsKey(variables)) {
          Optional<DeviceHolder.Held> one = holder.hold(variables);
          if (one.isEmpty()) {
            return Map.of();
          }
          held.put(variables, one.get());
        }
      }
      return measure(slots, time, false);
    } finally {
      held.values().forEach(DeviceHolder.Held::close);
    }
  }

  /** Wait for the machine to cool down between two runs, and return its powers as above. */
  public Map<Slot, IdlePowers> betweenRuns(List<Slot> slots) throws InterruptedException {
    Duration measured = time.compareTo(coolDown) < 0 ? time : coolDown;
    sleep(coolDown.minus(measured));
    return measured.isZero() ? Map.of() : measure(slots, measured, true);
  }

  private Map<Slot, IdlePowers> measure(List<Slot> slots, Duration length, boolean always)
      throws InterruptedException {
    Map<Map<String, String>, Reader> readers = new LinkedHashMap<>();
    try {
      slots.forEach(slot -> readers.computeIfAbsent(device(slot), this::open));
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
    Map<Slot, IdlePowers> powers = new LinkedHashMap<>();
    for (Slot slot : slots) {
      readers.get(device(slot)).mean().ifPresent(power -> powers.put(slot, power));
    }
    return powers;
  }

  /** Return the variables of {@code slot} that a meter uses. */
  private static Map<String, String> device(Slot slot) {
    return slot.device().isEmpty() ? Map.of() : Map.of(LocalSlots.VISIBLE, slot.device());
  }

  private Reader open(Map<String, String> variables) {
    PowerMeter open = meter.apply(variables);
    return new Reader(open, PowerSampler.start(open, period, reading -> {}));
  }

  private static void sleep(Duration duration) throws InterruptedException {
    Thread.sleep(duration.toMillis());
  }

  /**
   * A meter with its sampler.
   *
   * @param meter the meter
   * @param sampler reads the meter
   */
  private record Reader(PowerMeter meter, PowerSampler sampler) implements AutoCloseable {
    boolean answers() throws InterruptedException {
      return sampler.awaitFirstReading(PowerMeter.PATIENCE)
          && !PowerTrace.of(sampler.samples()).isEmpty();
    }

    @Override
    public void close() {
      sampler.close();
      meter.close();
    }

    /** Return the mean power by the meter that counts, if its samples suffice. */
    Optional<IdlePowers> mean() {
      long first = sampler.samples().stream().mapToLong(s -> s.timeMillis()).min().orElse(0);
      long last = sampler.samples().stream().mapToLong(s -> s.timeMillis()).max().orElse(0);
      SamplesByMeter samples = SamplesByMeter.of(sampler.samples(), meter, sampler.cadence());
      String name = samples.counted(MIN_COVERAGE, trace -> share(trace.between(first, last)));
      PowerTrace trace = samples.trace(name);
      PowerWindow window = trace.between(first, last);
      boolean known =
          window.seconds() > 0 && trace.silentDevices().isEmpty() && share(window) >= MIN_COVERAGE;
      return known
          ? Optional.of(new IdlePowers(window.meanPowerW(), Double.NaN, name))
          : Optional.empty();
    }

    private static double share(PowerWindow window) {
      return window.sampledSeconds() / window.seconds();
    }
  }
}
