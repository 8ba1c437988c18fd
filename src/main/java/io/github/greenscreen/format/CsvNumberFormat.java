package io.github.greenscreen.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Formats and parses the numbers of run folders, independently of the locale. */
public final class CsvNumberFormat {
  /** Spelling of a quantity that was not measured. */
  public static final String NOT_MEASURED = "N/A";

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?");

  private static final int MAX_EXACT_DIGITS = 15;
  private static final double[] POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private static final MathContext TEN_DIGITS = new MathContext(10);

  private CsvNumberFormat() {}

  /** Format a computed number with six decimals; {@code nan}, {@code inf}, {@code -inf}. */
  public static String sixDecimals(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6f", value) : unusual(value);
  }

  /** Format a measured number with exactly {@code decimals} decimals, or {@code N/A}. */
  public static String measured(double value, int decimals) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, "%." + decimals + "f", value)
        : notMeasured(value);
  }

  /** Format a measured number with up to three decimals and no trailing zeros, or {@code N/A}. */
  public static String compact(double value) {
    return Double.isFinite(value)
        ? plain(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_EVEN))
        : notMeasured(value);
  }

  /**
   * Format a number of any magnitude with nine significant digits and no exponent, or {@code N/A}.
   */
  public static String significant(double value) {
    return Double.isFinite(value)
        ? plain(BigDecimal.valueOf(value).round(new MathContext(9)))
        : notMeasured(value);
  }

  /**
   * Format a computed number of any magnitude with ten significant digits, with an exponent if it
   * is very small or large; {@code N/A}, {@code inf}, {@code -inf}.
   */
  public static String tenDigits(double value) {
    if (!Double.isFinite(value)) {
      return notMeasured(value);
    }
    if (value == 0) {
      return "0";
    }
    String plain = FastDecimalFormat.of(value);
    if (!plain.isEmpty()) {
      return plain;
    }
    BigDecimal rounded = new BigDecimal(value).round(TEN_DIGITS).stripTrailingZeros();
    double size = Math.abs(value);
    return size >= 1e-4 && size < 1e15 ? rounded.toPlainString() : rounded.toString();
  }

  /**
   * Parse the spellings of the methods above and of the study: a decimal number, {@code nan},
   * {@code inf}, {@code N/A} or nothing (both NaN). Return empty for anything else.
   */
  public static OptionalDouble parse(String text) {
    double plain = plain(text);
    if (!Double.isNaN(plain)) {
      return OptionalDouble.of(plain);
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

  /**
   * Parse a number of up to fifteen digits with at most one point, as most are, or return NaN. The
   * digits and the power of ten are exact, so their quotient is the nearest double.
   */
  public static double plain(String text) {
    long digits = 0;
    int point = -1;
    int length = text.length();
    if (length == 0 || length > MAX_EXACT_DIGITS + 1) {
      return Double.NaN;
    }
    for (int i = 0; i < length; i++) {
      char each = text.charAt(i);
      if (each >= '0' && each <= '9') {
        digits = 10 * digits + (each - '0');
      } else if (each == '.' && i > 0 && point < 0) {
        point = i;
      } else {
        return Double.NaN;
      }
    }
    if (point < 0) {
      return length > MAX_EXACT_DIGITS ? Double.NaN : digits;
    }
    return digits / POWERS[length - point - 1];
  }

  private static String notMeasured(double value) {
    return Double.isNaN(value) ? NOT_MEASURED : unusual(value);
  }

  private static String unusual(double value) {
    return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  }

  /** Return all digits of {@code value}, without an exponent and without trailing zeros. */
  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
