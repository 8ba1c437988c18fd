package io.github.greenscreen.space;

import org.apache.commons.math3.special.Beta;

/**
 * The beta distribution on [0, 1].
 *
 * @param a first shape, above 0; larger values move the distribution towards 1
 * @param b second shape, above 0; larger values move the distribution towards 0
 */
record BetaDistribution(double a, double b) implements ContinuousDistribution {
  /** Bisections after which the interval has collapsed to one double, even near 0. */
  private static final int HALVINGS = 200;

  /**
   * Bisect the incomplete beta function, which is increasing: slow, but exact to the last digit.
   */
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
