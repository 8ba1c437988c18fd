package io.github.greenscreen.report;

import io.github.greenscreen.analysis.Carbon;
import io.github.greenscreen.analysis.RunMetrics;

/** The figures of a run that a decision rests on, each in the unit that people decide in. */
enum Figure {
  /** Gross energy in watt-hours. */
  ENERGY("Energy", "Wh", true),
  /** Greenhouse gas in kilograms of CO2 equivalent. */
  CARBON("CO2e", "kg", true),
  /** Wall time of all epochs in hours. */
  TIME("Time", "h", false),
  /** Accuracy of the delivered model in percent. */
  ACCURACY("Accuracy", "%", false);

  private static final double GRAMS_PER_KG = 1000;
  private static final double SECONDS_PER_HOUR = 3600;

  private final String label;
  private final String unit;
  private final boolean isOfPower;

  Figure(String label, String unit, boolean isOfPower) {
    this.label = label;
    this.unit = unit;
    this.isOfPower = isOfPower;
  }

  String label() {
    return label;
  }

  /** Tell whether it comes from a power meter. */
  boolean isOfPower() {
    return isOfPower;
  }

  /** Return the figure of {@code run} in its unit, NaN where it is not known. */
  double of(RunMetrics run, Carbon carbon) {
    return switch (this) {
      case ENERGY -> run.energyWh();
      case CARBON -> carbon.grams(run.energyWh()) / GRAMS_PER_KG;
      case TIME -> run.seconds() / SECONDS_PER_HOUR;
      case ACCURACY -> 100 * run.accuracy();
    };
  }

  /** Return {@code value} with its unit. */
  String spelling(double value) {
    return this == ACCURACY && Double.isFinite(value)
        ? Numbers.fixed(value, 1) + " %"
        : Numbers.quantity(value, unit);
  }

  /** Return a change with its sign and unit, for instance {@code −12.30 Wh}. */
  String change(double change) {
    if (!Double.isFinite(change)) {
      return Numbers.UNKNOWN;
    }
    String text =
        this == ACCURACY ? Numbers.fixed(change, 1) + " points" : Numbers.quantity(change, unit);
    return change > 0 ? "+" + text : text;
  }
}
