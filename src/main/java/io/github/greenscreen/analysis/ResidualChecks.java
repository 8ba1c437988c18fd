package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.Diagnostics.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Computes {@link Diagnostics} of a fit. */
final class ResidualChecks {
  private static final double HIGH = 2;

  private final List<double[]> columns;
  private final PivotedQr qr;
  private final LeastSquares fit;
  private final double[] residuals;

  /** Take the {@code fit} on those of {@code columns} that {@code qr} kept, the intercept first. */
  ResidualChecks(List<double[]> columns, PivotedQr qr, LeastSquares fit) {
    this.columns = qr.kept().stream().map(columns::get).toList();
    this.qr = qr;
    this.fit = fit;
    this.residuals = fit.residuals();
  }

  /** Return all checks; {@code names} are those of the runs. */
  Diagnostics of(List<String> names) {
    double[] leverages = fit.leverages();
    int highest = 0;
    List<String> high = new ArrayList<>();
    List<String> determined = new ArrayList<>();
    double mean = (double) qr.rank() / leverages.length;
    for (int i = 0; i < leverages.length; i++) {
      highest = leverages[i] > leverages[highest] ? i : highest;
      if (leverages[i] > HIGH * mean) {
        high.add(names.get(i));
      }
      if (fit.isDetermined(i)) {
        determined.add(names.get(i));
      }
    }
    return new Diagnostics(
        breuschPagan(),
        jarqueBera(),
        durbinWatson(),
        mean,
        Math.min(1, leverages[highest]),
        names.get(highest),
        high,
        determined);
  }

  /** Runs × R² of the squared residuals on the columns of the model (Koenker, 1981). */
  private Check breuschPagan() {
    double[] squares = Arrays.stream(residuals).map(residual -> residual * residual).toArray();
    double mean = Arrays.stream(squares).average().orElse(Double.NaN);
    double total = 0;
    for (double square : squares) {
      total += (square - mean) * (square - mean);
    }
    double left = qr.with(List.of(), squares).residualSumOfSquares();
    double statistic = squares.length * (1 - left / total);
    int df = qr.rank() - 1;
    return new Check(statistic, df, Tails.upperChiSquared(statistic, df));
  }

  /** Runs ÷ 6 × (skewness² + excess² ÷ 4), moments divided by the number of runs. */
  private Check jarqueBera() {
    double second = moment(2);
    double skewness = moment(3) / Math.pow(second, 1.5);
    double excess = moment(4) / (second * second) - 3;
    double statistic = residuals.length / 6.0 * (skewness * skewness + excess * excess / 4);
    return new Check(statistic, 2, Tails.upperChiSquared(statistic, 2));
  }

  private double moment(int power) {
    double mean = Arrays.stream(residuals).average().orElse(Double.NaN);
    return Arrays.stream(residuals).map(e -> Math.pow(e - mean, power)).average().orElse(mean);
  }

  /**
   * Squared steps ÷ squares of the residuals. Mean and variance under the hypothesis are those of
   * Durbin and Watson (1950) from the traces of X'AX(X'X)⁻¹, its square, and X'A²X(X'X)⁻¹.
   */
  private Check durbinWatson() {
    int runs = residuals.length;
    int rank = qr.rank();
    double statistic = 0;
    for (int i = 1; i < runs; i++) {
      statistic += Math.pow(residuals[i] - residuals[i - 1], 2);
    }
    statistic /= Arrays.stream(residuals).map(e -> e * e).sum();
    List<double[]> differences = columns.stream().map(ResidualChecks::differences).toList();
    double[][] inverse = fit.inverse();
    double[][] once = product(products(columns, differences), inverse);
    double[][] twice = product(products(differences, differences), inverse);
    double first = 2.0 * (runs - 1) - trace(once);
    double second = 2.0 * (3L * runs - 4) - 2 * trace(twice) + trace(product(once, once));
    double df = runs - rank;
    double mean = first / df;
    double variance = 2 / (df * (df + 2)) * (second - first * mean);
    return new Check(statistic, 0, Tails.lowerNormal((statistic - mean) / Math.sqrt(variance)));
  }

  /** Return A x with the matrix of second differences A, whose ends are first differences. */
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
