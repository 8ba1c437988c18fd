package io.github.greenscreen.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in sentences, without needless digits and never with an exponent. */
public final class AmountFormat {
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

  private AmountFormat() {}

  /** Spell {@code value} with all its digits and no trailing zeros. */
  public static String plain(double value) {
    return Double.isFinite(value) ? strip(BigDecimal.valueOf(value)) : "unknown";
  }

  /** Spell {@code value} with up to four digits. */
  public static String rounded(double value) {
    return Double.isFinite(value) ? strip(BigDecimal.valueOf(value).round(FOUR_DIGITS)) : "unknown";
  }

  private static String strip(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
