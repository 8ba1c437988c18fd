package io.github.greenscreen.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How numbers are spelled in run folders, whatever the locale of the machine. */
final class Numbers {
  /** A quantity that no meter gave. */
  static final String NOT_MEASURED = "N/A";

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?");

  private Numbers() {}

  /** Spell a computed number with six decimals; {@code nan}, {@code inf}, {@code -inf}. */
  static String sixDecimals(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : unusual(value);
  }

  /** Spell a measured number with exactly {@code decimals} decimals, or {@code N/A}. */
  static String measured(double value, int decimals) {
    if (Double.isNaN(value)) {
      return NOT_MEASURED;
    }
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%." + decimals + "f", value)
        : unusual(value);
  }

  /** Spell a measured number with up to three decimals and no trailing zeros, or {@code N/A}. */
  static String compact(double value) {
    if (Double.isNaN(value)) {
      return NOT_MEASURED;
    }
    return Double.isFinite(value)
        ? plain(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN))
        : unusual(value);
  }

  /**
   * Spell a number of any magnitude with nine significant digits and no exponent, or {@code N/A}.
   */
  static String significant(double value) {
    if (Double.isNaN(value)) {
      return NOT_MEASURED;
    }
    return Double.isFinite(value)
        ? plain(BigDecimal.valueOf(value).round(new MathContext(9)))
        : unusual(value);
  }

  /**
   * Read what the methods above and the study spell: a decimal number, {@code nan}, {@code inf},
   * {@code N/A} or nothing (both NaN). Return empty for anything else.
   */
  static OptionalDouble parse(String text) {
    if (isPlain(text)) {
      return OptionalDouble.of(Double.parseDouble(text));
    }
    String word = text.strip().toLowerCase(Locale.ROOT);
    return switch (word) {
      case "", "n/a", "[n/a]", "nan" -> OptionalDouble.of(Double.NaN);
      case "inf", "infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default ->
          DECIMAL.matcher(word).matches()
              ? OptionalDouble.of(Double.parseDouble(word))
              : OptionalDouble.empty();
    };
  }

  /** Tell fast whether {@code text} is digits with at most one point among them, as most are. */
  private static boolean isPlain(String text) {
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '.' && i > 0) {
        points++;
      } else if (each < '0' || each > '9') {
        return false;
      }
    }
    return !text.isEmpty() && points <= 1;
  }

  private static String unusual(double value) {
    return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
