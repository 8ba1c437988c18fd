package io.github.greenscreen.space;

/**
 * The distribution of the numbers of a range before rounding to steps, as a quantile function and
 * its inverse. Immutable.
 */
interface ContinuousDistribution {
  /** The smallest argument of the quantile function; 1 minus it is the largest. */
  double EDGE = 0x1p-53;

  /**
   * Return the number below which the share {@code unit} of all draws lies.
   *
   * @param unit from {@link #EDGE} to 1 − {@link #EDGE}
   */
  double quantile(double unit);

  /** Return the share of draws that lie below {@code value}, from 0 to 1. */
  double cumulative(double value);

  /** Return the lower bound; negative infinity if there is none. */
  double low();

  /** Return the upper bound; infinity if there is none. */
  double high();

  /** Clamp {@code unit} to the open interval (0, 1), in which every quantile is finite. */
  static double inside(double unit) {
    if (Double.isNaN(unit)) {
      throw new IllegalArgumentException("NaN stands for no value");
    }
    return Math.min(Math.max(unit, EDGE), 1 - EDGE);
  }
}
