package io.github.greenscreen.analysis;

import java.util.List;

/**
 * What does not depend on the response of a linear model: the columns of the same runs, and which
 * of them are independent. Models of several responses share it, in several threads if they like.
 */
final class Design {
  private final List<Factor> factors;
  private final ModelMatrix matrix;
  private final PivotedQr qr;
  private double[] durbinWatson;

  /** Lay out {@code factors} over {@code runs} runs. */
  Design(List<Factor> factors, int runs) {
    this.factors = List.copyOf(factors);
    this.matrix = new ModelMatrix(factors, runs);
    this.qr = new PivotedQr(matrix.columns(), new double[runs]);
  }

  List<Factor> factors() {
    return factors;
  }

  ModelMatrix matrix() {
    return matrix;
  }

  /** Return the decomposition of the columns with {@code y} projected onto them. */
  PivotedQr project(double[] y) {
    return qr.with(List.of(), y);
  }

  /**
   * Return mean and variance of the Durbin-Watson statistic, see {@link DurbinWatson#moments}.
   *
   * @param inverse that of XᵀX
   */
  synchronized double[] durbinWatson(double[][] inverse) {
    if (durbinWatson == null) {
      List<double[]> kept = qr.kept().stream().map(matrix.columns()::get).toList();
      durbinWatson = DurbinWatson.moments(kept, inverse);
    }
    return durbinWatson.clone();
  }
}
