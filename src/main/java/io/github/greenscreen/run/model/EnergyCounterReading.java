package io.github.greenscreen.run.model;

import java.util.Locale;
import java.util.Objects;

/**
 * The gross energy of a run by two methods, energy counters and trapezoids. Unknown values are NaN.
 *
 * @param trapezoidWh energy of all devices by trapezoids over the power samples, in watt-hours
 * @param counterWh energy of the devices that have a counter, by these counters, in watt-hours
 * @param ratio {@code counterWh} ÷ the energy of the same devices by trapezoids
 * @param source which of the two is the run's gross energy, and why if it is not the counter
 */
public record EnergyCounterReading(
    double trapezoidWh, double counterWh, double ratio, String source) {
  /** Largest relative difference of the two without a warning. */
  private static final double LARGEST_DIFFERENCE = 0.05;

  public EnergyCounterReading {
    Objects.requireNonNull(source);
  }

  /** Return the reading of a resumed run, marked as covering its last attempt only. */
  public EnergyCounterReading ofLastAttempt() {
    return new EnergyCounterReading(
        trapezoidWh, counterWh, ratio, source + "; both energies cover the last attempt only");
  }

  /** Return a sentence if counter and trapezoids differ by more than 5 %, else an empty string. */
  public String warning() {
    return Math.abs(ratio - 1) > LARGEST_DIFFERENCE
        ? String.format(
            Locale.ROOT,
            "the energy counter reads %.1f %% of the energy integrated from the power "
                + "samples; %s is used",
            100 * ratio,
            source.startsWith("counter") ? "the counter" : "the integral of the samples")
        : "";
  }
}
