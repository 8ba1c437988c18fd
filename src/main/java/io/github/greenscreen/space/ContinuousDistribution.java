package io.github.greenscreen.space;

/**
 * How the numbers of a range are spread, before they are rounded to steps: a quantile function and
 * its inverse. Immutable.
 */
interface ContinuousDistribution {
  /** The smallest number that a unit may be; 1 minus it is the largest. */
  double EDGE = 0x1p-53;

  /**
   * Return the number below which the share {@code unit} of all draws lies.
   *
   * @param unit from {@link #EDGE} to 1 − {@link #EDGE}
   */
  double quantile(double unit);

  /** Return the share of draws that lie below {@code value}, from 0 to 1. */
  double cumulative(double value);

  /** Return the lowest number; negative infinity where there is none. */
  double low();

  /** Return the highest number; infinity where there is none. */
  double high();

  /** Move {@code unit} between 0 and 1, where every quantile is finite. */
  static double inside(double unit) {
    if (Double.isNaN(unit)) {
      throw new IllegalArgumentException("NaN stands for no value");
    }
    return Math.min(Math.max(unit, EDGE), 1 - EDGE);
  }
}
