package io.github.greenscreen.cli.support;

import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.space.Configuration;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats values for people; missing values become {@code N/A}. */
public final class ValueFormat {
  private ValueFormat() {}

  /** Return the configuration as {@code name value, name value, …}. */
  public static String sentence(Configuration configuration) {
    return configuration.values().entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Return a fraction in percent with one decimal. */
  public static String percent(double share) {
    return number(100 * share, 1, " %");
  }

  /**
   * Return {@code value} with {@code decimals} decimals, followed by {@code unit}; {@code N/A} for
   * NaN.
   */
  public static String number(double value, int decimals, String unit) {
    return Double.isNaN(value)
        ? TextNumberFormat.MISSING
        : String.format(Locale.ROOT, "%,." + decimals + "f", value) + unit;
  }
}
