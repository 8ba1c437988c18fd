package io.github.greenscreen.analysis.statistics;

import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * Computes tail probabilities of t, F, chi-squared and normal distributions. Their leading digits
 * are correct even if they are tiny; one minus the distribution function would lose them.
 */
public final class TailProbabilities {
  private TailProbabilities() {}

  /** Return the probability of a t value at least as far from zero; NaN for NaN. */
  public static double twoSidedT(double t, double degreesOfFreedom) {
    return Double.isNaN(t)
        ? Double.NaN
        : 2 * new TDistribution(null, degreesOfFreedom).cumulativeProbability(-Math.abs(t));
  }

  /** Return the 97.5 % quantile of t: the half-width of a 95 % interval in standard errors. */
  public static double t975(double degreesOfFreedom) {
    return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(0.975);
  }

  /** Return the probability of a chi-squared value at least as large; NaN for NaN. */
  public static double upperChiSquared(double value, double degreesOfFreedom) {
    return Double.isNaN(value) || degreesOfFreedom <= 0
        ? Double.NaN
        : Gamma.regularizedGammaQ(degreesOfFreedom / 2, Math.max(0, value) / 2);
  }

  /** Return the probability of a standard normal value at most as large; NaN for NaN. */
  public static double lowerNormal(double z) {
    return Double.isNaN(z) ? Double.NaN : Erf.erfc(-z / Math.sqrt(2)) / 2;
  }

  /**
   * Return the probability of an F value at least as large, as the regularised incomplete beta
   * function of the other tail (Abramowitz and Stegun, 26.6.2); NaN for NaN.
   */
  public static double upperF(double f, double numerator, double denominator) {
    if (Double.isNaN(f)) {
      return Double.NaN;
    }
    double x = denominator / (denominator + numerator * Math.max(0, f));
    return Beta.regularizedBeta(x, denominator / 2, numerator / 2);
  }
}
