package io.github.greenscreen.report.context;

import io.github.greenscreen.analysis.metrics.EmissionFactor;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.format.ReportNumberFormat;
import java.util.stream.DoubleStream;

/** The metrics on which the decision is based. */
public enum DecisionMetric {
  /** Gross energy in watt-hours. */
  ENERGY("Energy", "Wh", true),
  /** Greenhouse gas in grams of CO2 equivalent. */
  CARBON("CO2e", "g", true),
  /** Wall time of all epochs in seconds. */
  TIME("Time", "s", false),
  /** Accuracy of the delivered model in percent. */
  ACCURACY("Accuracy", "%", false);

  private final String label;
  private final String unit;
  private final boolean isOfPower;

  DecisionMetric(String label, String unit, boolean isOfPower) {
    this.label = label;
    this.unit = unit;
    this.isOfPower = isOfPower;
  }

  public String label() {
    return label;
  }

  /** Return whether it comes from a power meter. */
  public boolean isOfPower() {
    return isOfPower;
  }

  /** Return the value for {@code run} in the unit of this metric, NaN if unknown. */
  public double of(RunMetrics run, EmissionFactor carbon) {
    return switch (this) {
      case ENERGY -> run.energyWh();
      case CARBON -> carbon.grams(run.energyWh());
      case TIME -> run.seconds();
      case ACCURACY -> 100 * run.accuracy();
    };
  }

  /** Return {@code value} with its unit. */
  public String configName(double value) {
    return configName(value, value);
  }

  /**
   * Return {@code value} in the unit that suits {@code scale}, the largest of the values shown
   * together.
   */
  public String configName(double value, double scale) {
    if (!Double.isFinite(value)) {
      return ReportNumberFormat.UNKNOWN;
    }
    return switch (this) {
      case ENERGY, CARBON -> ReportNumberFormat.quantity(value, unit, scale);
      case TIME -> ReportNumberFormat.duration(value);
      case ACCURACY -> ReportNumberFormat.fixed(value, 1) + " %";
    };
  }

  /** Return a change with its sign in the unit that suits {@code scale}: {@code −12.30 Wh}. */
  public String change(double change, double scale) {
    if (!Double.isFinite(change)) {
      return ReportNumberFormat.UNKNOWN;
    }
    String text =
        this == ACCURACY
            ? ReportNumberFormat.fixed(change, 1) + " points"
            : configName(change, scale);
    return change > 0 ? "+" + text : text;
  }

  /** Return the largest finite magnitude of {@code values}, or 0 if there is none. */
  static double largest(double... values) {
    return DoubleStream.of(values).filter(Double::isFinite).map(Math::abs).max().orElse(0);
  }
}
