package io.github.greenscreen.analysis.regression;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Computes how much the variance of a parameter's coefficients is inflated because the runs do not
 * vary the parameter independently of the others: the generalised variance inflation factor (Fox
 * and Monette, 1992), det(R₁₁) det(R₂₂) ÷ det(R) of the correlations R of the coefficients, as
 * {@code car::vif} computes it. 1 means no inflation.
 */
final class VarianceInflation {
  private static final double SYMMETRY = 1e-9;
  private static final double POSITIVITY = 1e-14;

  private final double[][] correlations;
  private final double whole;

  /** Take the inverse of XᵀX, whose first row and column belong to the intercept. */
  VarianceInflation(double[][] inverse) {
    int size = inverse.length - 1;
    correlations = new double[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        double scale = Math.sqrt(inverse[a + 1][a + 1] * inverse[b + 1][b + 1]);
        correlations[a][b] = inverse[a + 1][b + 1] / scale;
      }
    }
    int[] all = new int[size];
    for (int a = 0; a < size; a++) {
      all[a] = a;
    }
    whole = logDeterminant(all);
  }

  /**
   * Return the factor for the coefficients with indices {@code own}, which must not contain 0, the
   * index of the intercept; NaN if {@code own} is empty.
   */
  double of(List<Integer> own) {
    if (own.isEmpty()) {
      return Double.NaN;
    }
    int[] others = new int[correlations.length - own.size()];
    int next = 0;
    for (int a = 0; a < correlations.length; a++) {
      if (!own.contains(a + 1)) {
        others[next++] = a;
      }
    }
    int[] these = own.stream().mapToInt(k -> k - 1).toArray();
    return Math.exp(logDeterminant(these) + logDeterminant(others) - whole);
  }

  private double logDeterminant(int[] chosen) {
    if (chosen.length == 0) {
      return 0;
    }
    RealMatrix all = new Array2DRowRealMatrix(correlations, false);
    RealMatrix triangle =
        new CholeskyDecomposition(all.getSubMatrix(chosen, chosen), SYMMETRY, POSITIVITY).getL();
    double sum = 0;
    for (int a = 0; a < chosen.length; a++) {
      sum += 2 * Math.log(triangle.getEntry(a, a));
    }
    return sum;
  }
}
