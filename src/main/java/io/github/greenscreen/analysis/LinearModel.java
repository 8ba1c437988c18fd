package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.ModelMatrix.Label;
import io.github.greenscreen.analysis.Regression.ParameterTest;
import io.github.greenscreen.analysis.Regression.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * Main effects of factors on one response by ordinary least squares, with an intercept and
 * treatment coding. Coefficients come from Commons Math, the choice of columns from {@link
 * PivotedQr}. Tests are of type II: what a parameter explains beyond all the others, which without
 * interactions is R's {@code drop1(test = "F")} and {@code car::Anova(type = 2)}.
 */
final class LinearModel {
  private final String response;
  private final double[] y;
  private final List<Factor> factors;
  private final ModelMatrix matrix;
  private final PivotedQr qr;

  /** Prepare a model of {@code y} on {@code factors}, each over as many runs as {@code y}. */
  LinearModel(String response, double[] y, List<Factor> factors) {
    this.response = response;
    this.y = y.clone();
    this.factors = factors;
    this.matrix = new ModelMatrix(factors, y.length);
    this.qr = new PivotedQr(matrix.columns(), y);
  }

  /** Return the number of coefficients that the runs can tell apart. */
  int rank() {
    return qr.rank();
  }

  /** Return the number of coefficients that the parameters ask for, aliased ones among them. */
  int columns() {
    return matrix.labels().size();
  }

  int residualDegreesOfFreedom() {
    return y.length - rank();
  }

  /** Return the sum of squares that the model leaves. */
  double residualSumOfSquares() {
    return qr.residualSumOfSquares();
  }

  /** Fit the model. It must have at least one residual degree of freedom and one slope. */
  Regression fit() {
    OLSMultipleLinearRegression ols = new OLSMultipleLinearRegression();
    ols.newSampleData(y, matrix.rows(qr.kept()));
    int df = residualDegreesOfFreedom();
    int slopes = rank() - 1;
    double left = qr.residualSumOfSquares();
    double total = ols.calculateTotalSumOfSquares();
    double f = (total - left) / slopes / (left / df);
    return new Regression(
        response,
        y.length,
        df,
        1 - left / total,
        1 - left / df / (total / (y.length - 1)),
        f,
        Tails.upperF(f, slopes, df),
        Math.sqrt(left / df),
        terms(ols),
        tests(),
        aliased());
  }

  private List<Term> terms(OLSMultipleLinearRegression ols) {
    double[] estimates = ols.estimateRegressionParameters();
    double[] errors = ols.estimateRegressionParametersStandardErrors();
    int df = residualDegreesOfFreedom();
    double reach = Tails.t975(df);
    List<Term> terms = new ArrayList<>();
    for (int k = 0; k < estimates.length; k++) {
      Label label = matrix.labels().get(qr.kept().get(k));
      double t = estimates[k] / errors[k];
      terms.add(
          new Term(
              label.parameter(),
              label.value(),
              estimates[k],
              errors[k],
              t,
              Tails.twoSidedT(t, df),
              estimates[k] - reach * errors[k],
              estimates[k] + reach * errors[k]));
    }
    return terms;
  }

  private List<ParameterTest> tests() {
    List<ParameterTest> raw = factors.stream().map(this::test).toList();
    double[] adjusted =
        BenjaminiHochberg.adjust(raw.stream().mapToDouble(ParameterTest::p).toArray());
    return IntStream.range(0, adjusted.length)
        .mapToObj(i -> withAdjusted(raw.get(i), adjusted[i]))
        .toList();
  }

  /** Compare the model with the one that lacks the columns of {@code factor}. */
  private ParameterTest test(Factor factor) {
    PivotedQr reduced = new PivotedQr(matrix.without(factor.parameter()), y);
    int df = rank() - reduced.rank();
    double left = qr.residualSumOfSquares();
    double gain = reduced.residualSumOfSquares() - left;
    int rest = residualDegreesOfFreedom();
    double f = df == 0 ? Double.NaN : gain / df / (left / rest);
    double share = df == 0 ? Double.NaN : gain / (gain + left);
    return new ParameterTest(
        factor.parameter(), df, f, Tails.upperF(f, df, rest), Double.NaN, share);
  }

  private static ParameterTest withAdjusted(ParameterTest test, double adjusted) {
    return new ParameterTest(
        test.parameter(),
        test.degreesOfFreedom(),
        test.f(),
        test.p(),
        adjusted,
        test.partialEtaSquared());
  }

  private List<String> aliased() {
    return IntStream.range(0, matrix.labels().size())
        .filter(j -> !qr.kept().contains(j))
        .mapToObj(j -> matrix.labels().get(j).toString())
        .toList();
  }
}
