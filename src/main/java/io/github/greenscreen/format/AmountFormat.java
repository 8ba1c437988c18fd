package io.github.greenscreen.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Formats numbers in sentences, without needless digits or exponents. */
public final class AmountFormat {
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

  private AmountFormat() {}

  /** Format {@code value} with all its digits and no trailing zeros. */
  public static String plain(double value) {
    return Double.isFinite(value) ? CsvNumberFormat.plain(BigDecimal.valueOf(value)) : "unknown";
  }

  /** Format {@code value} with up to four digits. */
  public static String rounded(double value) {
    return Double.isFinite(value)
        ? CsvNumberFormat.plain(BigDecimal.valueOf(value).round(FOUR_DIGITS))
        : "unknown";
  }
}
