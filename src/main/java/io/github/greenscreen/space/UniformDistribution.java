package io.github.greenscreen.space;

/**
 * The continuous uniform distribution.
 *
 * @param low the lower bound
 * @param high the upper bound, above the lower one
 */
record UniformDistribution(double low, double high) implements ContinuousDistribution {

  /** Interpolate from both ends, so that rounding stays inside and no difference overflows. */
  @Override
  public double quantile(double unit) {
    return Math.min(Math.max(low * (1 - unit) + high * unit, low), high);
  }

  @Override
  public double cumulative(double value) {
    double share = (value / 2 - low / 2) / (high / 2 - low / 2);
    return Math.min(Math.max(share, 0), 1);
  }
}
