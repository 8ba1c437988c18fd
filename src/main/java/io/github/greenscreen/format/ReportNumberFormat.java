package io.github.greenscreen.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Formats numbers for people: few digits, a true minus sign, a dash if unknown. */
public final class ReportNumberFormat {
  /** The replacement for a number that was not measured. */
  public static final String UNKNOWN = "–";

  private static final int MAX_DECIMALS = 6;
  private static final double THOUSAND = 1000;

  /** The value below which thousandths of the unit are used. */
  private static final double SMALL = 0.1;

  /** The values from which thousands of the unit are used. */
  private static final Map<String, Double> SCALED = Map.of("Wh", 10_000.0, "g", 1000.0);

  private ReportNumberFormat() {}

  /** Return {@code value} with {@code decimals} digits after the point and grouped thousands. */
  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
    boolean zero = text.chars().noneMatch(c -> c >= '1' && c <= '9');
    return (zero ? text.replace("-", "") : text.replace('-', '−'));
  }

  /**
   * Return {@code value} with {@code digits} significant digits, or more if its integer part needs
   * them.
   */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    double size = Math.abs(value);
    if (size > 0 && (size < 1e-4 || size >= 1e9)) {
      return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value).replace('-', '−');
    }
    double rounded = new BigDecimal(value).round(new MathContext(digits)).doubleValue();
    return fixed(rounded, decimals(Math.abs(rounded), digits));
  }

  /**
   * Return all values with the same number of decimals, so that the largest has {@code digits}
   * digits.
   */
  public static List<String> column(double[] values, int digits) {
    double largest = Arrays.stream(values).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    int decimals = decimals(largest, digits);
    return Arrays.stream(values).mapToObj(value -> fixed(value, decimals)).toList();
  }

  /** Return a share of 1 in percent with one decimal, for instance {@code 31.4 %}. */
  public static String percent(double share) {
    return Double.isFinite(share) ? fixed(100 * share, 1) + " %" : UNKNOWN;
  }

  /** Return {@code value} with its unit, for instance {@code 12.3 Wh}. */
  public static String quantity(double value, String unit) {
    return quantity(value, unit, value);
  }

  /**
   * Return {@code value} with its unit; watt-hours and grams become thousandths or thousands if
   * that suits {@code scale}, the largest of the values shown together.
   */
  public static String quantity(double value, String unit, double scale) {
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    double size = Math.abs(scale);
    boolean scaled = SCALED.containsKey(unit) && size > 0;
    if (scaled && size < SMALL) {
      return significant(THOUSAND * value, 4) + " m" + unit;
    }
    return scaled && size >= SCALED.get(unit)
        ? significant(value / THOUSAND, 4) + " k" + unit
        : significant(value, 4) + " " + unit;
  }

  /** Return a mass in milligrams, grams, or kilograms. */
  public static String mass(double grams) {
    return quantity(grams, "g");
  }

  /** Return a p value in the usual form of papers: three decimals, or {@code <0.001}. */
  public static String p(double p) {
    if (!Double.isFinite(p)) {
      return UNKNOWN;
    }
    return p < 0.001 ? "<0.001" : fixed(p, 3);
  }

  /** Return a duration in its two largest units, for instance {@code 2 h 5 min}. */
  public static String duration(double seconds) {
    if (!Double.isFinite(seconds)) {
      return UNKNOWN;
    }
    if (seconds < 0) {
      return "−" + duration(-seconds);
    }
    if (seconds < 60) {
      return significant(seconds, 3) + " s";
    }
    long whole = Math.round(seconds);
    if (whole < 3600) {
      return whole / 60 + " min " + whole % 60 + " s";
    }
    long minutes = Math.round(seconds / 60);
    return whole(minutes / 60) + " h " + minutes % 60 + " min";
  }

  /** Return {@code count} with the singular or plural noun. */
  public static String count(long count, String singular, String plural) {
    return whole(count) + " " + (count == 1 ? singular : plural);
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static int decimals(double size, int digits) {
    if (size == 0) {
      return 0;
    }
    int magnitude = (int) Math.floor(Math.log10(size)) + 1;
    return Math.max(0, Math.min(MAX_DECIMALS, digits - magnitude));
  }
}
