package io.github.greenscreen.training.energy;

import io.github.greenscreen.power.CounterTrace;
import io.github.greenscreen.power.PowerBounds;
import io.github.greenscreen.power.PowerTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The energy of a run by the energy counters of its devices, and which of them are trusted. A
 * counter that ran backwards, stood still, counted more than a device can draw, or was not read at
 * both ends of every epoch is not.
 */
final class EnergyCounterCheck {
  /** Drivers update their counters many times per second. */
  private static final double LONGEST_STILL_SECONDS = 5;

  private static final double SECONDS_PER_HOUR = 3600;

  private final List<Counted> devices;

  private EnergyCounterCheck(List<Counted> devices) {
    this.devices = devices;
  }

  /** Read every counter of {@code trace} over {@code epochs}. */
  static EnergyCounterCheck of(PowerTrace trace, List<EnergyAccumulator.Epoch> epochs) {
    return new EnergyCounterCheck(
        trace.counters().stream().map(counter -> Counted.of(counter, epochs)).toList());
  }

  /** Tell whether no device has a counter. */
  boolean isEmpty() {
    return devices.isEmpty();
  }

  /** Return the sum of the counters that were read at both ends, in watt-hours, or NaN. */
  double counterWh() {
    return sum(readable(), Counted::counterWh);
  }

  /** Return that sum ÷ the energy of the same devices by trapezoids. */
  double ratio() {
    return counterWh() / sum(readable(), Counted::trapezoidWh);
  }

  /** Return the excess of trusted counters over trapezoids, in watt-hours. */
  double correctionWh() {
    return devices.stream()
        .filter(Counted::isGood)
        .mapToDouble(d -> d.counterWh() - d.trapezoidWh())
        .sum();
  }

  /** Return the source of the energy; {@code complete} tells whether the samples suffice. */
  String source(boolean complete) {
    if (!complete) {
      return "trapezoids: the power samples are incomplete";
    }
    List<String> faults = new ArrayList<>();
    devices.stream()
        .filter(device -> !device.isGood())
        .forEach(d -> faults.add("the counter of %s %s".formatted(d.device(), d.fault())));
    if (faults.isEmpty()) {
      return "counter";
    }
    String mixed = faults.size() < devices.size() ? "counter and trapezoids: " : "trapezoids: ";
    return mixed + String.join(", ", faults);
  }

  private List<Counted> readable() {
    return devices.stream().filter(device -> Double.isFinite(device.counterWh())).toList();
  }

  private static double sum(List<Counted> devices, ToDoubleFunction<Counted> quantity) {
    return devices.isEmpty() ? Double.NaN : devices.stream().mapToDouble(quantity).sum();
  }

  /**
   * One device.
   *
   * @param counterWh energy of all epochs by its counter, NaN if not readable
   * @param trapezoidWh energy of all epochs by its power samples
   * @param fault why the counter is not trusted, empty if it is
   */
  private record Counted(String device, double counterWh, double trapezoidWh, String fault) {
    static Counted of(CounterTrace counter, List<EnergyAccumulator.Epoch> epochs) {
      PowerTrace power = counter.power().bridged();
      double trapezoids =
          epochs.stream().mapToDouble(e -> power.between(e.from(), e.to()).energyWh()).sum();
      double counted = epochs.stream().mapToDouble(e -> counter.energyWh(e.from(), e.to())).sum();
      boolean reset = epochs.stream().anyMatch(e -> counter.isResetBetween(e.from(), e.to()));
      double still =
          epochs.stream()
              .mapToDouble(e -> counter.longestStillSeconds(e.from(), e.to()))
              .max()
              .orElse(0);
      double hours =
          epochs.stream().mapToLong(e -> e.to() - e.from()).sum() / 1000.0 / SECONDS_PER_HOUR;
      return new Counted(
          counter.device(),
          reset ? Double.NaN : counted,
          trapezoids,
          reset ? "ran backwards" : fault(counted, still, counted / hours));
    }

    boolean isGood() {
      return fault.isEmpty();
    }

    private static String fault(double counted, double stillSeconds, double watts) {
      if (Double.isNaN(counted)) {
        return "was not read during the whole training";
      }
      if (counted <= 0) {
        return "did not advance";
      }
      if (stillSeconds > LONGEST_STILL_SECONDS) {
        return String.format(Locale.ROOT, "stood still for %.0f s", stillSeconds);
      }
      return PowerBounds.isPlausible(watts)
          ? ""
          : String.format(Locale.ROOT, "says %.0f W on average, %s", watts, PowerBounds.EXPECTED);
    }
  }
}
