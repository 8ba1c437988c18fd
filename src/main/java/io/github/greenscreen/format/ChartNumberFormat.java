package io.github.greenscreen.format;

import java.math.BigDecimal;
import java.math.MathContext;

/** Rounds numbers to the precision that a chart needs. */
public final class ChartNumberFormat {
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private ChartNumberFormat() {}

  /** Return {@code value} with six significant digits, null if it is not finite. */
  public static Double of(double value) {
    return Double.isFinite(value)
        ? (Double) BigDecimal.valueOf(value).round(SIX_DIGITS).doubleValue()
        : null;
  }
}
