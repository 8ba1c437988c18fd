package io.github.greenscreen.format;

import java.util.Locale;

/** Formats values for people; missing values become {@code N/A}. */
public final class ValueFormat {
  private ValueFormat() {}

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
