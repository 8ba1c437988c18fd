package io.github.greenscreen.space;

/**
 * The distribution of numbers whose natural logarithm follows {@code exponent}: log-uniform for a
 * uniform one, log-normal for a normal one.
 *
 * @param exponent distribution of the logarithm
 * @param low the lower bound, which is more exact than the exponential of the lowest logarithm
 * @param high the upper bound
 */
record LogDistribution(ContinuousDistribution exponent, double low, double high)
    implements ContinuousDistribution {

  /** Create the distribution of e to the power of {@code exponent}. */
  static LogDistribution of(ContinuousDistribution exponent) {
    return new LogDistribution(exponent, Math.exp(exponent.low()), Math.exp(exponent.high()));
  }

  /** Create the log-uniform distribution from {@code low}, above 0, to {@code high}. */
  static LogDistribution between(double low, double high) {
    return new LogDistribution(new UniformDistribution(Math.log(low), Math.log(high)), low, high);
  }

  @Override
  public double quantile(double unit) {
    return Math.min(Math.max(Math.exp(exponent.quantile(unit)), low), high);
  }

  @Override
  public double cumulative(double value) {
    return value > 0 ? exponent.cumulative(Math.log(value)) : 0;
  }
}
