package io.github.greenscreen.analysis.regression;

import io.github.greenscreen.analysis.regression.ModelMatrix.Label;
import io.github.greenscreen.analysis.regression.Regression.Robust;
import io.github.greenscreen.analysis.regression.Regression.Term;
import io.github.greenscreen.analysis.statistics.LeastSquares;
import io.github.greenscreen.analysis.statistics.PivotedQr;
import io.github.greenscreen.analysis.statistics.TailProbabilities;
import java.util.ArrayList;
import java.util.List;

/** Computes coefficients with standard errors, tests and confidence intervals. */
final class CoefficientTable {
  private CoefficientTable() {}

  /**
   * Return the coefficients of {@code fit}, which has {@code df} residual degrees of freedom.
   *
   * @param qr the decomposition used by the fit
   * @param labels labels of all columns, including the aliased ones
   */
  static List<Term> of(LeastSquares fit, PivotedQr qr, List<Label> labels, int df) {
    double[] estimates = fit.coefficients();
    double[][] inverse = fit.inverse();
    double[] robust = RobustErrors.hc3(fit);
    double variance = qr.residualSumOfSquares() / df;
    double reach = TailProbabilities.t975(df);
    List<Term> terms = new ArrayList<>();
    for (int k = 0; k < estimates.length; k++) {
      Label label = labels.get(qr.kept().get(k));
      double estimate = estimates[k];
      Robust classical = interval(estimate, Math.sqrt(variance * inverse[k][k]), df, reach);
      terms.add(
          new Term(
              label.parameter(),
              label.value(),
              estimate,
              classical.standardError(),
              classical.t(),
              classical.p(),
              classical.low(),
              classical.high(),
              interval(estimate, robust[k], df, reach)));
    }
    return terms;
  }

  private static Robust interval(double estimate, double error, int df, double reach) {
    double t = estimate / error;
    return new Robust(
        error,
        t,
        TailProbabilities.twoSidedT(t, df),
        estimate - reach * error,
        estimate + reach * error);
  }
}
