package io.github.greenscreen.space;

import org.apache.commons.math3.special.Erf;

/**
 * The normal distribution.
 *
 * @param mean its mean
 * @param deviation its standard deviation, above 0
 */
record NormalDistribution(double mean, double deviation) implements ContinuousDistribution {
  private static final double ROOT_TWO = Math.sqrt(2);
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

  @Override
  public double quantile(double unit) {
    double tail = Math.min(unit, 1 - unit);
    double distance = distance(tail);
    return mean + deviation * (unit < 0.5 ? distance : -distance);
  }

  @Override
  public double cumulative(double value) {
    return below((value - mean) / deviation);
  }

  @Override
  public double low() {
    return Double.NEGATIVE_INFINITY;
  }

  @Override
  public double high() {
    return Double.POSITIVE_INFINITY;
  }

  /** Solve Φ(z) = tail, at most ½; a Newton step corrects the inaccuracy of erf⁻¹ in the tails. */
  private static double distance(double tail) {
    double z = ROOT_TWO * Erf.erfInv(2 * tail - 1);
    double density = Math.exp(-z * z / 2) / ROOT_TWO_PI;
    return z - (below(z) - tail) / density;
  }

  private static double below(double z) {
    return Erf.erfc(-z / ROOT_TWO) / 2;
  }
}
