package io.github.greenscreen.report.html;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as short as a chart needs them. */
final class ChartNumberFormat {
  private static final MathContext SIX_DIGITS = new MathContext(6);

  private ChartNumberFormat() {}

  /** Return {@code value} with six significant digits, null where it is no number. */
  static Double of(double value) {
    return Double.isFinite(value)
        ? (Double) BigDecimal.valueOf(value).round(SIX_DIGITS).doubleValue()
        : null;
  }
}
