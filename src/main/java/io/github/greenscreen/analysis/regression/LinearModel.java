package io.github.greenscreen.analysis.regression;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.regression.ModelMatrix.Label;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.analysis.statistics.BenjaminiHochberg;
import io.github.greenscreen.analysis.statistics.LeastSquares;
import io.github.greenscreen.analysis.statistics.PivotedQr;
import io.github.greenscreen.analysis.statistics.TailProbabilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * A main-effects model of one response on factors by ordinary least squares, with an intercept and
 * treatment coding. {@link PivotedQr} selects the columns and {@link LeastSquares} computes the
 * coefficients. Tests are of type II: the contribution of a parameter beyond all the others, which
 * without interactions equals R's {@code drop1(test = "F")} and {@code car::Anova(type = 2)}. Not
 * thread-safe.
 */
public final class LinearModel {
  private final String response;
  private final double[] y;
  private final List<String> names;
  private final Design design;
  private final List<Factor> factors;
  private final ModelMatrix matrix;
  private final PivotedQr qr;
  private LeastSquares leastSquares;

  /**
   * Create a model of {@code y} on {@code factors}. {@code y}, {@code names} and each factor have
   * one entry per run.
   */
  public LinearModel(String response, double[] y, List<String> names, List<Factor> factors) {
    this(response, y, names, new Design(factors, y.length));
  }

  /** Create a model of {@code y} on a {@code design} with as many runs. */
  public LinearModel(String response, double[] y, List<String> names, Design design) {
    this.response = response;
    this.y = y.clone();
    this.names = List.copyOf(names);
    this.design = design;
    this.factors = design.factors();
    this.matrix = design.matrix();
    this.qr = design.project(y);
  }

  /** Return the number of estimable coefficients. */
  int rank() {
    return qr.rank();
  }

  /** Return the number of coefficients of the design, including aliased ones. */
  int columns() {
    return matrix.labels().size();
  }

  int residualDegreesOfFreedom() {
    return y.length - rank();
  }

  /** Return the residual sum of squares. */
  double residualSumOfSquares() {
    return qr.residualSumOfSquares();
  }

  /** Fit the model, which must have at least one residual degree of freedom and one slope. */
  public Regression fit() {
    LeastSquares fit = leastSquares();
    int df = residualDegreesOfFreedom();
    int slopes = rank() - 1;
    double left = qr.residualSumOfSquares();
    double total = total();
    double f = (total - left) / slopes / (left / df);
    return new Regression(
        response,
        y.length,
        df,
        1 - left / total,
        1 - left / df / (total / (y.length - 1)),
        crossValidated(fit),
        f,
        TailProbabilities.upperF(f, slopes, df),
        Math.sqrt(left / df),
        CoefficientTable.of(fit, qr, matrix.labels(), df),
        tests(fit),
        aliased(),
        new ResidualChecks(design, qr, fit).of(names));
  }

  /**
   * Return a predictor for new configurations; {@code runs} are those of the model, and {@code
   * transform} converted their response to its values.
   */
  RegressionPredictor predictor(List<RunMetrics> runs, ResponseTransform transform) {
    return new RegressionPredictor(
        response, transform, runs, factors, matrix.columns(), qr, leastSquares());
  }

  /** Return the least squares fit, computed on first use. */
  private LeastSquares leastSquares() {
    if (leastSquares == null) {
      leastSquares = new LeastSquares(matrix.columns(), qr, y);
    }
    return leastSquares;
  }

  /** Test the interactions of all pairs of factors on top of this model. */
  List<Interaction> interactions() {
    return new InteractionTests(response, y, factors, matrix, qr).test();
  }

  private double total() {
    double mean = Arrays.stream(y).average().orElseThrow();
    return Arrays.stream(y).map(value -> (value - mean) * (value - mean)).sum();
  }

  /**
   * Return the cross-validated R², 1 − PRESS ÷ total sum of squares, with each run predicted from
   * all the others. Runs with leverage 1 cannot be predicted and count in neither sum.
   */
  private double crossValidated(LeastSquares fit) {
    double mean = Arrays.stream(y).average().orElseThrow();
    double missed = 0;
    double total = 0;
    for (int i = 0; i < y.length; i++) {
      if (!fit.isDetermined(i)) {
        missed += Math.pow(fit.residuals()[i] / (1 - fit.leverages()[i]), 2);
        total += (y[i] - mean) * (y[i] - mean);
      }
    }
    return total > 0 ? 1 - missed / total : Double.NaN;
  }

  private List<ParameterTest> tests(LeastSquares fit) {
    double[][] inverse = fit.inverse();
    VarianceInflation inflation = new VarianceInflation(inverse);
    List<ParameterTest> raw = new ArrayList<>();
    for (Factor factor : factors) {
      List<Integer> own =
          IntStream.range(1, rank())
              .filter(k -> label(k).parameter().equals(factor.parameter()))
              .boxed()
              .toList();
      Gain gain =
          rank() == columns() ? gain(own, fit.coefficients(), inverse) : gain(factor.parameter());
      raw.add(test(factor.parameter(), gain, inflation.of(own), own.size()));
    }
    double[] adjusted =
        BenjaminiHochberg.adjust(raw.stream().mapToDouble(ParameterTest::p).toArray());
    return IntStream.range(0, adjusted.length)
        .mapToObj(i -> raw.get(i).adjusted(adjusted[i]))
        .toList();
  }

  /** The reduction of the residual sum of squares by a parameter, and its degrees of freedom. */
  private record Gain(double squares, int degreesOfFreedom) {}

  /** Compare the model with the one without the columns of {@code parameter}. */
  private Gain gain(String parameter) {
    PivotedQr reduced = new PivotedQr(matrix.without(parameter), y);
    return new Gain(
        reduced.residualSumOfSquares() - qr.residualSumOfSquares(), rank() - reduced.rank());
  }

  /**
   * Return the same without another fit, which is valid if nothing is aliased: b' C⁻¹ b with the
   * coefficients b of the parameter and their block C of the inverse of XᵀX.
   */
  private static Gain gain(List<Integer> own, double[] coefficients, double[][] inverse) {
    int[] places = own.stream().mapToInt(Integer::intValue).toArray();
    RealMatrix block = new Array2DRowRealMatrix(inverse, false).getSubMatrix(places, places);
    RealVector b =
        new ArrayRealVector(Arrays.stream(places).mapToDouble(k -> coefficients[k]).toArray());
    return new Gain(
        b.dotProduct(new LUDecomposition(block, 0).getSolver().solve(b)), places.length);
  }

  private ParameterTest test(String parameter, Gain gain, double inflation, int coefficients) {
    int df = gain.degreesOfFreedom();
    double left = qr.residualSumOfSquares();
    int rest = residualDegreesOfFreedom();
    double f = df == 0 ? Double.NaN : gain.squares() / df / (left / rest);
    double share = df == 0 ? Double.NaN : gain.squares() / (gain.squares() + left);
    double p = TailProbabilities.upperF(f, df, rest);
    return new ParameterTest(parameter, df, f, p, Double.NaN, share, inflation, coefficients);
  }

  /** Return the label of coefficient {@code k}. */
  private Label label(int k) {
    return matrix.labels().get(qr.kept().get(k));
  }

  private List<String> aliased() {
    return IntStream.range(0, matrix.labels().size())
        .filter(j -> !qr.kept().contains(j))
        .mapToObj(j -> matrix.labels().get(j).toString())
        .toList();
  }
}
