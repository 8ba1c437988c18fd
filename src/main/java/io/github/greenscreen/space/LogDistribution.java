package io.github.greenscreen.space;

/**
 * Numbers whose natural logarithm is spread like {@code exponent}: log-uniform over a uniform law,
 * log-normal over a normal one.
 *
 * @param exponent spreads the logarithm
 * @param low the lowest number, known better than the power of the lowest logarithm
 * @param high the highest number
 */
record LogDistribution(ContinuousDistribution exponent, double low, double high)
    implements ContinuousDistribution {

  /** Raise e to the numbers of {@code exponent}. */
  static LogDistribution of(ContinuousDistribution exponent) {
    return new LogDistribution(exponent, Math.exp(exponent.low()), Math.exp(exponent.high()));
  }

  /** Spread the logarithm evenly from {@code low}, which is above 0, to {@code high}. */
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
