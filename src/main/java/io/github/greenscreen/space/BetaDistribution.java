package io.github.greenscreen.space;

import org.apache.commons.math3.special.Beta;

/**
 * The beta distribution, between 0 and 1.
 *
 * @param a first shape, above 0: larger moves the numbers to 1
 * @param b second shape, above 0: larger moves the numbers to 0
 */
record BetaDistribution(double a, double b) implements ContinuousDistribution {
  /** Halvings after which an interval of the unit cannot be told from a number, near 0 too. */
  private static final int HALVINGS = 200;

  /** Bisect the incomplete beta function, which rises: slow, but right to the last digit. */
  @Override
  public double quantile(double unit) {
    double below = 0;
    double above = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (below + above) / 2;
      if (middle <= below || middle >= above) {
        break;
      }
      if (cumulative(middle) < unit) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return above;
  }

  @Override
  public double cumulative(double value) {
    if (value <= 0) {
      return 0;
    }
    return value >= 1 ? 1 : Beta.regularizedBeta(value, a, b);
  }

  @Override
  public double low() {
    return 0;
  }

  @Override
  public double high() {
    return 1;
  }
}
