package io.github.greenscreen.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/** Parses and formats decimal numbers as written in {@code config.yaml}. */
public final class DecimalText {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");

  /** Digits that distinguish every double from its neighbours. */
  private static final int DOUBLE_DIGITS = 17;

  private static final int LONGEST_WHOLE = 16;
  private static final int MAX_LEADING_ZEROS = 6;

  private DecimalText() {}

  /** Tell whether {@code text} is a finite decimal number; Java's 1d is not. */
  public static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
  }

  /** Tell whether both texts are the same number. */
  public static boolean isSame(String a, String b) {
    return isNumber(a) && isNumber(b) && new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
  }

  /** Return the shortest decimal text that parses to {@code value}, which must be finite. */
  public static String spell(double value) {
    for (int digits = 1; digits < DOUBLE_DIGITS; digits++) {
      BigDecimal rounded = new BigDecimal(value, new MathContext(digits));
      if (rounded.doubleValue() == value) {
        return spell(rounded);
      }
    }
    return spell(new BigDecimal(value, new MathContext(DOUBLE_DIGITS)));
  }

  /** Return {@code value} without needless zeros, with an exponent only if it is far from 1. */
  public static String spell(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    int pointAfter = bare.precision() - bare.scale();
    boolean plain = pointAfter <= LONGEST_WHOLE && pointAfter >= -MAX_LEADING_ZEROS;
    return plain || value.signum() == 0
        ? bare.toPlainString()
        : bare.toString().replace("E+", "e").replace('E', 'e');
  }
}
