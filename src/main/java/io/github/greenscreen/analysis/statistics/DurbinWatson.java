package io.github.greenscreen.analysis.statistics;

import java.util.List;

/** The distribution of the Durbin-Watson statistic of a linear model without autocorrelation. */
public final class DurbinWatson {
  private DurbinWatson() {}

  /**
   * Return mean and variance, computed from the traces of X'AX(X'X)⁻¹, its square, and X'A²X(X'X)⁻¹
   * with the second-difference matrix A (Durbin and Watson, 1950).
   *
   * @param columns independent columns of X
   * @param inverse the inverse of X'X
   */
  public static double[] moments(List<double[]> columns, double[][] inverse) {
    int runs = columns.get(0).length;
    List<double[]> differences = columns.stream().map(DurbinWatson::differences).toList();
    double[][] once = product(products(columns, differences), inverse);
    double[][] twice = product(products(differences, differences), inverse);
    double first = 2.0 * (runs - 1) - trace(once);
    double second = 2.0 * (3L * runs - 4) - 2 * trace(twice) + trace(product(once, once));
    double df = runs - columns.size();
    double mean = first / df;
    return new double[] {mean, 2 / (df * (df + 2)) * (second - first * mean)};
  }

  /**
   * Return A x with the second-difference matrix A, whose first and last rows are first
   * differences.
   */
  private static double[] differences(double[] x) {
    int last = x.length - 1;
    double[] result = new double[x.length];
    for (int i = 1; i < last; i++) {
      result[i] = 2 * x[i] - x[i - 1] - x[i + 1];
    }
    result[0] = x[0] - x[1];
    result[last] = x[last] - x[last - 1];
    return result;
  }

  private static double[][] products(List<double[]> left, List<double[]> right) {
    double[][] result = new double[left.size()][right.size()];
    for (int a = 0; a < result.length; a++) {
      double[] x = left.get(a);
      for (int b = 0; b < result.length; b++) {
        double[] y = right.get(b);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
          sum += x[i] * y[i];
        }
        result[a][b] = sum;
      }
    }
    return result;
  }

  private static double[][] product(double[][] left, double[][] right) {
    int size = left.length;
    double[][] result = new double[size][size];
    for (int a = 0; a < size; a++) {
      for (int k = 0; k < size; k++) {
        for (int b = 0; b < size; b++) {
          result[a][b] += left[a][k] * right[k][b];
        }
      }
    }
    return result;
  }

  private static double trace(double[][] matrix) {
    double sum = 0;
    for (int a = 0; a < matrix.length; a++) {
      sum += matrix[a][a];
    }
    return sum;
  }
}
