package io.github.greenscreen.run.model;

import io.github.greenscreen.format.CsvNumberFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The gross energy of a run by two methods, energy counters and trapezoids, as {@code status.yaml}
 * records it. Unknown values are NaN.
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

  private static final String TRAPEZOIDS = "energy_trapezoids_Wh";
  private static final String COUNTER = "energy_counter_Wh";
  private static final String RATIO = "energy_counter_ratio";
  private static final String SOURCE = "energy_source";

  public EnergyCounterReading {
    Objects.requireNonNull(source);
  }

  /** Return the reading in {@code status}; NaN and empty if no device had a counter. */
  public static EnergyCounterReading of(RunStatus status) {
    Map<String, String> facts = status.facts();
    return new EnergyCounterReading(
        number(facts, TRAPEZOIDS),
        number(facts, COUNTER),
        number(facts, RATIO),
        facts.getOrDefault(SOURCE, ""));
  }

  /** Return the reading of a resumed run, marked as covering its last attempt only. */
  public EnergyCounterReading ofLastAttempt() {
    return new EnergyCounterReading(
        trapezoidWh, counterWh, ratio, source + "; both energies cover the last attempt only");
  }

  /** Return the entries for {@code status.yaml}. */
  public Map<String, String> toFacts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(TRAPEZOIDS, CsvNumberFormat.measured(trapezoidWh, 6));
    facts.put(COUNTER, CsvNumberFormat.measured(counterWh, 6));
    facts.put(RATIO, CsvNumberFormat.measured(ratio, 4));
    facts.put(SOURCE, source);
    return facts;
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

  private static double number(Map<String, String> facts, String name) {
    return CsvNumberFormat.parse(facts.getOrDefault(name, "")).orElse(Double.NaN);
  }
}
