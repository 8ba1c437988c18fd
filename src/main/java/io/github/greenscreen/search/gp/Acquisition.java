package io.github.greenscreen.search.gp;

import org.apache.commons.math3.special.Erf;

/**
 * Computes acquisition functions on a logarithmic scale, so that even tiny values can be compared
 * (Ament and others 2023).
 */
public final class Acquisition {
  private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);
  private static final double FAR = -25;

  private Acquisition() {}

  /**
   * Return the log expected improvement (Jones, Schonlau and Welch 1998): the mean amount by which
   * the value falls below {@code best}; minus infinity if it cannot.
   */
  public static double logExpectedImprovement(Prediction prediction, double best) {
    if (prediction.deviation() <= 0) {
      return Math.log(Math.max(best - prediction.mean(), 0));
    }
    double z = (best - prediction.mean()) / prediction.deviation();
    return Math.log(prediction.deviation()) + logPromise(z);
  }

  /** Return the log probability that the value is at most {@code limit}. */
  public static double logProbabilityBelow(Prediction prediction, double limit) {
    if (prediction.deviation() <= 0) {
      return prediction.mean() <= limit ? 0 : Double.NEGATIVE_INFINITY;
    }
    return logTail((limit - prediction.mean()) / prediction.deviation());
  }

  /** log(φ(z) + zΦ(z)); for very negative z by φ(z)/z², the first term of its asymptotic series. */
  private static double logPromise(double z) {
    if (z < FAR) {
      return logDensity(z) - 2 * Math.log(-z);
    }
    double promise = Math.exp(logDensity(z)) + z * below(z);
    return Math.log(Math.max(promise, Double.MIN_NORMAL));
  }

  private static double logTail(double z) {
    return z < FAR ? logDensity(z) - Math.log(-z) : Math.log(below(z));
  }

  private static double below(double z) {
    return 0.5 * Erf.erfc(-z / Math.sqrt(2));
  }

  private static double logDensity(double z) {
    return -0.5 * z * z - Math.log(ROOT_TWO_PI);
  }
}
