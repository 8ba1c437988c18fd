package io.github.greenscreen.analysis.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Householder QR decomposition with the limited pivoting of R's {@code lm}: columns keep their
 * order, and a column that is nearly a linear combination of its predecessors is set aside. Aliased
 * columns are therefore exactly those that R reports as {@code NA} (LINPACK's {@code dqrdc2} as
 * modified by R; tolerance 1e-7 on the norm).
 */
public final class PivotedQr {
  private static final double TOLERANCE = 1e-7;

  private final List<double[]> reflectors = new ArrayList<>();
  private final List<double[]> upper = new ArrayList<>();
  private final List<Integer> kept = new ArrayList<>();
  private final int offered;
  private final double[] effects;
  private final double residualSumOfSquares;

  /**
   * Decompose the matrix of {@code columns}, each as long as {@code response}, and project {@code
   * response} onto them. The arguments are not changed.
   */
  public PivotedQr(List<double[]> columns, double[] response) {
    this(List.of(), List.of(), List.of(), 0, columns, response);
  }

  private PivotedQr(
      List<double[]> reflectors,
      List<double[]> upper,
      List<Integer> kept,
      int before,
      List<double[]> columns,
      double[] response) {
    this.reflectors.addAll(reflectors);
    this.upper.addAll(upper);
    this.kept.addAll(kept);
    for (int j = 0; j < columns.size(); j++) {
      if (add(columns.get(j))) {
        this.kept.add(before + j);
      }
    }
    offered = before + columns.size();
    effects = reflect(response);
    double tail = norm(effects, this.reflectors.size());
    residualSumOfSquares = tail * tail;
  }

  /** Return the decomposition with {@code more} columns appended to those of this one. */
  public PivotedQr with(List<double[]> more, double[] response) {
    return new PivotedQr(reflectors, upper, kept, offered, more, response);
  }

  /** Return the indices of the linearly independent columns, in ascending order. */
  public List<Integer> kept() {
    return List.copyOf(kept);
  }

  /** Return the number of linearly independent columns. */
  public int rank() {
    return kept.size();
  }

  /** Return column {@code k} of the upper triangular factor, k + 1 numbers. */
  double[] upper(int k) {
    return upper.get(k);
  }

  /** Return the response in the coordinates of the kept columns, {@link #rank} numbers. */
  double[] effects() {
    return Arrays.copyOf(effects, rank());
  }

  /** Return the squared norm of the part of the response that the columns do not explain. */
  public double residualSumOfSquares() {
    return residualSumOfSquares;
  }

  /** Add a reflector for {@code column}; return false if the column is dependent. */
  private boolean add(double[] column) {
    int row = reflectors.size();
    double[] v = reflect(column);
    double norm = norm(v, row);
    if (norm == 0 || norm < norm(column, 0) * TOLERANCE) {
      return false;
    }
    double[] triangle = Arrays.copyOf(v, row + 1);
    triangle[row] = -Math.copySign(norm, v[row]);
    upper.add(triangle);
    Arrays.fill(v, 0, row, 0);
    v[row] += Math.copySign(norm, v[row]);
    double length = norm(v, row);
    for (int i = row; i < v.length; i++) {
      v[i] /= length;
    }
    reflectors.add(v);
    return true;
  }

  /** Return a copy of {@code vector} after all reflections so far. */
  private double[] reflect(double[] vector) {
    double[] x = vector.clone();
    for (int k = 0; k < reflectors.size(); k++) {
      double[] v = reflectors.get(k);
      double dot = 0;
      for (int i = k; i < x.length; i++) {
        dot += v[i] * x[i];
      }
      for (int i = k; i < x.length; i++) {
        x[i] -= 2 * dot * v[i];
      }
    }
    return x;
  }

  private static double norm(double[] vector, int from) {
    double sum = 0;
    for (int i = from; i < vector.length; i++) {
      sum += vector[i] * vector[i];
    }
    return Math.sqrt(sum);
  }
}
