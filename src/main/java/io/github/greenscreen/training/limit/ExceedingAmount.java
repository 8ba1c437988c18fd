package io.github.greenscreen.training.limit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Formats a number that exceeds a limit, with as many more digits as it takes to read as larger
 * than the limit.
 */
final class ExceedingAmount {
  private ExceedingAmount() {}

  /**
   * Format {@code found} with {@code least} decimals, or more if it would not read as larger than
   * {@code most}.
   *
   * @param found a finite number, larger than {@code most}
   */
  static String withDecimals(double found, double most, int least) {
    BigDecimal exact = BigDecimal.valueOf(found);
    BigDecimal limit = BigDecimal.valueOf(most);
    int decimals = least;
    BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
    while (rounded.compareTo(limit) <= 0 && decimals < exact.scale()) {
      decimals++;
      rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
    }
    return rounded.toPlainString();
  }

  /**
   * Format {@code found} with up to four digits, or more if it would not read as larger than {@code
   * most}, and without trailing zeros.
   *
   * @param found a finite number, larger than {@code most}
   */
  static String rounded(double found, double most) {
    BigDecimal exact = BigDecimal.valueOf(found);
    BigDecimal limit = BigDecimal.valueOf(most);
    int digits = 4;
    BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    while (rounded.compareTo(limit) <= 0 && digits < exact.precision()) {
      digits++;
      rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }
    return rounded.stripTrailingZeros().toPlainString();
  }
}
