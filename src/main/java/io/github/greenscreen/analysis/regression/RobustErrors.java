package io.github.greenscreen.analysis.regression;

import io.github.greenscreen.analysis.statistics.LeastSquares;
import java.util.Arrays;

/**
 * Computes heteroscedasticity-consistent standard errors: HC3 (MacKinnon and White, 1985), as
 * {@code sandwich::vcovHC(type = "HC3")} does. Each squared residual is divided by (1 − leverage)².
 */
final class RobustErrors {
  /** Influence, relative to the largest, below which a coefficient does not depend on a run. */
  private static final double NOTHING = 1e-10;

  private RobustErrors() {}

  /**
   * Return the standard error of each coefficient of {@code fit}; NaN if the coefficient depends on
   * a run with leverage 1, whose residual variance is unknown.
   */
  static double[] hc3(LeastSquares fit) {
    double[] variances = new double[fit.coefficients().length];
    for (int i = 0; i < fit.residuals().length; i++) {
      double[] influence = fit.influence(i);
      double largest = Arrays.stream(influence).map(Math::abs).max().orElse(0);
      double residual = fit.residuals()[i] / (1 - fit.leverages()[i]);
      for (int k = 0; k < variances.length; k++) {
        if (fit.isDetermined(i)) {
          variances[k] += Math.abs(influence[k]) > NOTHING * largest ? Double.NaN : 0;
        } else {
          variances[k] += influence[k] * influence[k] * residual * residual;
        }
      }
    }
    return Arrays.stream(variances).map(Math::sqrt).toArray();
  }
}
