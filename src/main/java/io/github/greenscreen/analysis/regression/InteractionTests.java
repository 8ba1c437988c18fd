package io.github.greenscreen.analysis.regression;

import io.github.greenscreen.analysis.regression.ModelMatrix.Label;
import io.github.greenscreen.analysis.regression.Regression.Term;
import io.github.greenscreen.analysis.statistics.BenjaminiHochberg;
import io.github.greenscreen.analysis.statistics.LeastSquares;
import io.github.greenscreen.analysis.statistics.PivotedQr;
import io.github.greenscreen.analysis.statistics.TailProbabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tests the interaction of every pair of factors that leaves enough degrees of freedom, one pair at
 * a time on top of all main effects.
 */
final class InteractionTests {
  private final String response;
  private final double[] y;
  private final List<Factor> factors;
  private final ModelMatrix matrix;
  private final PivotedQr qr;

  /** Create tests on top of a main-effects model with these parts. */
  InteractionTests(
      String response, double[] y, List<Factor> factors, ModelMatrix matrix, PivotedQr qr) {
    this.response = response;
    this.y = y;
    this.factors = factors;
    this.matrix = matrix;
    this.qr = qr;
  }

  /** Return the tests of all estimable pairs, in the order of the factors. */
  List<Interaction> test() {
    List<Interaction> pairs = new ArrayList<>();
    for (int a = 0; a < factors.size(); a++) {
      for (int b = a + 1; b < factors.size(); b++) {
        test(factors.get(a), factors.get(b)).ifPresent(pairs::add);
      }
    }
    double[] adjusted =
        BenjaminiHochberg.adjust(pairs.stream().mapToDouble(Interaction::p).toArray());
    return IntStream.range(0, adjusted.length)
        .mapToObj(i -> pairs.get(i).adjusted(adjusted[i]))
        .toList();
  }

  private Optional<Interaction> test(Factor first, Factor second) {
    ModelMatrix products = ModelMatrix.products(first, second);
    PivotedQr both = qr.with(products.columns(), y);
    int df = both.rank() - qr.rank();
    int rest = y.length - both.rank();
    if (df == 0 || rest < Interaction.MIN_LEFT) {
      return Optional.empty();
    }
    double left = both.residualSumOfSquares();
    double gain = qr.residualSumOfSquares() - left;
    double f = gain / df / (left / rest);
    return Optional.of(
        new Interaction(
            response,
            first.parameter(),
            second.parameter(),
            df,
            products.labels().size(),
            rest,
            f,
            TailProbabilities.upperF(f, df, rest),
            Double.NaN,
            gain / (gain + left),
            terms(products, both, rest)));
  }

  /** Return the coefficients of the products, which follow those of the main effects. */
  private List<Term> terms(ModelMatrix products, PivotedQr both, int rest) {
    List<double[]> columns = new ArrayList<>(matrix.columns());
    columns.addAll(products.columns());
    List<Label> labels = new ArrayList<>(matrix.labels());
    labels.addAll(products.labels());
    List<Term> terms = CoefficientTable.of(new LeastSquares(columns, both, y), both, labels, rest);
    return terms.subList(qr.rank(), terms.size());
  }
}
