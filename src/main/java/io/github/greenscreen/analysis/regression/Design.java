package io.github.greenscreen.analysis.regression;

import io.github.greenscreen.analysis.statistics.DurbinWatson;
import io.github.greenscreen.analysis.statistics.PivotedQr;
import java.util.List;

/**
 * The part of a linear model that does not depend on the response: the factors, the model matrix
 * and its QR decomposition. Models of several responses over the same runs share it. Thread-safe.
 */
final class Design {
  private final List<Factor> factors;
  private final ModelMatrix matrix;
  private final PivotedQr qr;
  private double[] durbinWatson;

  /** Create the design of {@code factors} over {@code runs} runs. */
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

  /** Return the decomposition of the columns, with {@code y} projected onto them. */
  PivotedQr project(double[] y) {
    return qr.with(List.of(), y);
  }

  /**
   * Return mean and variance of the Durbin-Watson statistic, see {@link DurbinWatson#moments}.
   *
   * @param inverse the inverse of XᵀX
   */
  synchronized double[] durbinWatson(double[][] inverse) {
    if (durbinWatson == null) {
      List<double[]> kept = qr.kept().stream().map(matrix.columns()::get).toList();
      durbinWatson = DurbinWatson.moments(kept, inverse);
    }
    return durbinWatson.clone();
  }
}
