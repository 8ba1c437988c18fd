package io.github.greenscreen.analysis.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * An ordinary least squares fit on the independent columns of a matrix, computed from its QR
 * decomposition: with X = QR, the coefficients solve R b = Qᵀy, the inverse of XᵀX is R⁻¹R⁻ᵀ, and
 * the leverage of a run is the squared length of its row of XR⁻¹. No matrix larger than X is
 * formed.
 */
public final class LeastSquares {
  /** Leverage from which a run determines its own fitted value; the difference to 1 is rounding. */
  private static final double WHOLE = 1 - 1e-9;

  private final double[][] columns;
  private final double[][] inverseUpper;
  private final double[] coefficients;
  private final double[] residuals;
  private final double[] leverages;

  /** Fit {@code y} on those of {@code all} columns that {@code qr} kept. */
  public LeastSquares(List<double[]> all, PivotedQr qr, double[] y) {
    columns = qr.kept().stream().map(all::get).toArray(double[][]::new);
    inverseUpper = inverse(qr);
    coefficients = coefficients(qr.effects());
    residuals = y.clone();
    for (int k = 0; k < columns.length; k++) {
      for (int i = 0; i < y.length; i++) {
        residuals[i] -= columns[k][i] * coefficients[k];
      }
    }
    leverages = new double[y.length];
    double[] row = new double[columns.length];
    for (int i = 0; i < y.length; i++) {
      scaled(i, row);
      for (double each : row) {
        leverages[i] += each * each;
      }
    }
  }

  /** Return one coefficient for each kept column, in their order. */
  public double[] coefficients() {
    return coefficients;
  }

  /** Return observed − fitted value, one for each run. */
  public double[] residuals() {
    return residuals;
  }

  /** Return the diagonal of the hat matrix, one leverage per run, 0 to 1. */
  public double[] leverages() {
    return leverages;
  }

  /** Return whether run {@code i} alone determines its fitted value. */
  public boolean isDetermined(int i) {
    return leverages[i] >= WHOLE;
  }

  /** Return the inverse of XᵀX. */
  public double[][] inverse() {
    int size = columns.length;
    double[][] inverse = new double[size][size];
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        for (int k = Math.max(a, b); k < size; k++) {
          inverse[a][b] += inverseUpper[a][k] * inverseUpper[b][k];
        }
      }
    }
    return inverse;
  }

  /** Return row {@code i} of X(XᵀX)⁻¹: the influence of run {@code i} on each coefficient. */
  public double[] influence(int i) {
    double[] row = new double[columns.length];
    scaled(i, row);
    double[] influence = new double[columns.length];
    for (int a = 0; a < influence.length; a++) {
      for (int k = a; k < row.length; k++) {
        influence[a] += inverseUpper[a][k] * row[k];
      }
    }
    return influence;
  }

  /** Write row {@code i} of XR⁻¹ into {@code row}. */
  private void scaled(int i, double[] row) {
    Arrays.fill(row, 0);
    for (int j = 0; j < columns.length; j++) {
      double x = columns[j][i];
      if (x != 0) {
        for (int k = j; k < row.length; k++) {
          row[k] += x * inverseUpper[j][k];
        }
      }
    }
  }

  private double[] coefficients(double[] effects) {
    double[] solution = new double[effects.length];
    for (int a = 0; a < solution.length; a++) {
      for (int k = a; k < solution.length; k++) {
        solution[a] += inverseUpper[a][k] * effects[k];
      }
    }
    return solution;
  }

  /** Invert the upper triangle, column by column. */
  private static double[][] inverse(PivotedQr qr) {
    int size = qr.rank();
    double[][] inverse = new double[size][size];
    for (int k = 0; k < size; k++) {
      double[] column = qr.upper(k);
      inverse[k][k] = 1 / column[k];
      for (int a = 0; a < k; a++) {
        double sum = 0;
        for (int j = a; j < k; j++) {
          sum += inverse[a][j] * column[j];
        }
        inverse[a][k] = -sum / column[k];
      }
    }
    return inverse;
  }
}
