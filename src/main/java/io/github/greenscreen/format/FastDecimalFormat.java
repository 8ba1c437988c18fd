package io.github.greenscreen.format;

/**
 * Formats numbers of common magnitude with ten significant digits as fast as possible, because a
 * large analysis formats a million of them. Borderline cases of rounding are left to exact
 * arithmetic.
 */
final class FastDecimalFormat {
  private static final double SMALLEST = 1e-4;
  private static final double LARGEST = 1e9;
  private static final long MIN = 1_000_000_000L;

  /**
   * Distance from the middle below which rounding is undecided; the product is off by at most 1e-6.
   */
  private static final double UNSURE = 1e-4;

  private static final long[] POWERS = new long[15];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private FastDecimalFormat() {}

  /**
   * Return {@code value} rounded half up, without an exponent and without trailing zeros; an empty
   * string if it is very small or large, not finite, or too close to the middle between two
   * results.
   */
  static String of(double value) {
    double size = Math.abs(value);
    if (!(size >= SMALLEST && size < LARGEST)) {
      return "";
    }
    int decimals = 9 - (int) Math.floor(Math.log10(size));
    if (decimals < 0 || decimals >= POWERS.length) {
      return "";
    }
    double scaled = size * POWERS[decimals];
    double floor = Math.floor(scaled);
    double rest = scaled - floor;
    long digits = (long) floor + (rest > 0.5 ? 1 : 0);
    if (Math.abs(rest - 0.5) < UNSURE || digits < MIN || digits > 10 * MIN) {
      return "";
    }
    return (value < 0 ? "-" : "") + spelled(digits, decimals);
  }

  private static String spelled(long all, int places) {
    long digits = all;
    int decimals = places;
    while (decimals > 0 && digits % 10 == 0) {
      digits /= 10;
      decimals--;
    }
    String whole = Long.toString(digits / POWERS[decimals]);
    if (decimals == 0) {
      return whole;
    }
    String part = Long.toString(digits % POWERS[decimals]);
    return whole + "." + "0".repeat(decimals - part.length()) + part;
  }
}
