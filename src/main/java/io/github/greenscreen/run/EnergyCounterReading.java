package io.github.greenscreen.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The two ways in which {@code status.yaml} says the gross energy of a run where a device has an
 * energy counter. What is not known is NaN.
 *
 * @param trapezoidWh energy of all devices by trapezoids over the power samples, in watt-hours
 * @param counterWh energy by the counters of those devices that have one, in watt-hours
 * @param ratio that ÷ the energy of the same devices by trapezoids
 * @param source which of them is the run's gross energy, and why where that is not the counter
 */
public record EnergyCounterReading(
    double trapezoidWh, double counterWh, double ratio, String source) {
  /** How far the two may be apart without a warning. */
  private static final double LARGEST_DIFFERENCE = 0.05;

  private static final String TRAPEZOIDS = "energy_trapezoids_Wh";
  private static final String COUNTER = "energy_counter_Wh";
  private static final String RATIO = "energy_counter_ratio";
  private static final String SOURCE = "energy_source";

  public EnergyCounterReading {
    Objects.requireNonNull(source);
  }

  /** Return what {@code status} says; NaN and empty where no device had a counter. */
  public static EnergyCounterReading of(RunStatus status) {
    Map<String, String> facts = status.facts();
    return new EnergyCounterReading(
        number(facts, TRAPEZOIDS),
        number(facts, COUNTER),
        number(facts, RATIO),
        facts.getOrDefault(SOURCE, ""));
  }

  /** Return the same of a run that went on after an interruption: what was before is not in it. */
  public EnergyCounterReading ofLastAttempt() {
    return new EnergyCounterReading(
        trapezoidWh, counterWh, ratio, source + "; both energies cover the last attempt only");
  }

  /** Return the facts for {@code status.yaml}. */
  public Map<String, String> toFacts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(TRAPEZOIDS, CsvNumberFormat.measured(trapezoidWh, 6));
    facts.put(COUNTER, CsvNumberFormat.measured(counterWh, 6));
    facts.put(RATIO, CsvNumberFormat.measured(ratio, 4));
    facts.put(SOURCE, source);
    return facts;
  }

  /** Return a sentence where counter and trapezoids are more than 5 % apart, else nothing. */
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
