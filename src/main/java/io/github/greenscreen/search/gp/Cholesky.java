package io.github.greenscreen.search.gp;

import java.util.Optional;

/**
 * The Cholesky factor L of a symmetric positive definite matrix A = L Lᵀ. It is implemented here
 * because it is the innermost loop of a suggestion: only lower triangles are stored, and nothing is
 * copied.
 */
final class Cholesky {
  private final double[][] factor;

  private Cholesky(double[][] factor) {
    this.factor = factor;
  }

  /**
   * Factor the matrix whose lower triangle, row by row, is {@code lower}, and overwrite it; return
   * empty if it is not positive definite.
   */
  static Optional<Cholesky> of(double[][] lower) {
    for (int i = 0; i < lower.length; i++) {
      double[] row = lower[i];
      for (int j = 0; j <= i; j++) {
        double rest = row[j] - dot(row, lower[j], 0, j);
        if (j < i) {
          row[j] = rest / lower[j][j];
        } else if (rest > 0) {
          row[i] = Math.sqrt(rest);
        } else {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Cholesky(lower));
  }

  /** Return L⁻¹ b. */
  double[] forward(double[] b) {
    double[] x = new double[b.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (b[i] - dot(factor[i], x, 0, i)) / factor[i][i];
    }
    return x;
  }

  /** Return A⁻¹ b. */
  double[] solve(double[] b) {
    double[] x = forward(b);
    for (int i = x.length - 1; i >= 0; i--) {
      x[i] /= factor[i][i];
      for (int j = 0; j < i; j++) {
        x[j] -= factor[i][j] * x[i];
      }
    }
    return x;
  }

  /** Return the lower triangle of A⁻¹ = L⁻ᵀ L⁻¹, row by row. */
  double[][] inverse() {
    int n = factor.length;
    double[][] columns = new double[n][n];
    for (int j = 0; j < n; j++) {
      double[] column = columns[j];
      column[j] = 1 / factor[j][j];
      for (int i = j + 1; i < n; i++) {
        column[i] = -dot(factor[i], column, j, i) / factor[i][i];
      }
    }
    double[][] result = new double[n][];
    for (int i = 0; i < n; i++) {
      result[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        result[i][j] = dot(columns[i], columns[j], i, n);
      }
    }
    return result;
  }

  /** Return the logarithm of the determinant of A. */
  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < factor.length; i++) {
      sum += Math.log(factor[i][i]);
    }
    return 2 * sum;
  }

  private static double dot(double[] a, double[] b, int from, int to) {
    double sum = 0;
    for (int k = from; k < to; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
