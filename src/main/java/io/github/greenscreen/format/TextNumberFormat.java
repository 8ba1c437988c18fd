package io.github.greenscreen.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Formats numbers for people in a uniform way. */
public final class TextNumberFormat {
  /** Text for a value that was not measured. */
  public static final String MISSING = CsvNumberFormat.NOT_MEASURED;

  private static final double GRAMS_PER_KG = 1000;

  private TextNumberFormat() {}

  /** Format a share from 0 to 1 as percent with two decimals. */
  public static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.2f", 100 * share) : MISSING;
  }

  /** Format a share from 0 to 1 in percent with one decimal and its unit. */
  public static String percentage(double share) {
    return fixed(100 * share, 1, " %");
  }

  /** Format {@code value} with {@code decimals}, grouped thousands, and {@code unit} behind it. */
  public static String fixed(double value, int decimals, String unit) {
    return Double.isNaN(value)
        ? MISSING
        : String.format(Locale.ROOT, "%,." + decimals + "f", value) + unit;
  }

  /** Format a quantity with four significant digits, or all digits before the point. */
  public static String quantity(double value) {
    if (!Double.isFinite(value)) {
      return MISSING;
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    if (size >= 1000) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return size < 1e-4
        ? String.format(Locale.ROOT, "%.3e", value)
        : new BigDecimal(value).round(new MathContext(4)).toPlainString();
  }

  /** Format a number with up to six digits and no trailing zeros. */
  public static String precise(double value) {
    return Double.isFinite(value)
        ? CsvNumberFormat.plain(new BigDecimal(value).round(new MathContext(6)))
        : MISSING;
  }

  /** Format a mass in grams, from one kilogram up in kilograms, with its unit. */
  public static String mass(double grams) {
    return grams >= GRAMS_PER_KG ? quantity(grams / GRAMS_PER_KG) + " kg" : quantity(grams) + " g";
  }

  /** Format a probability with four decimals, a small one in scientific notation. */
  public static String probability(double p) {
    if (!Double.isFinite(p)) {
      return MISSING;
    }
    return String.format(Locale.ROOT, p < 0.0001 && p > 0 ? "%.1e" : "%.4f", p);
  }
}
