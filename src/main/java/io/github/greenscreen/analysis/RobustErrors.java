package io.github.greenscreen.analysis;

import java.util.Arrays;

/**
 * Standard errors that stay right where the scatter of the runs is not the same everywhere: HC3
 * (MacKinnon and White, 1985), as {@code sandwich::vcovHC(type = "HC3")} computes them. Each
 * squared residual is divided by (1 − leverage)².
 */
final class RobustErrors {
  /** A coefficient does not hang on a run of less influence than this share of the largest. */
  private static final double NOTHING = 1e-10;

  private RobustErrors() {}

  /**
   * Return the error of each coefficient of {@code fit}; NaN for one that hangs on a run whose
   * value nothing but itself determines, because its scatter is not known.
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
