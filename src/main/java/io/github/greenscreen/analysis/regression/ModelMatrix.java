package io.github.greenscreen.analysis.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a linear model: an intercept, then for each factor one 0/1 column per
 * non-reference level (treatment coding), in the order of factors and levels.
 */
final class ModelMatrix {
  /** Label of the first column. */
  static final String INTERCEPT = "(Intercept)";

  /** The parameter and value of a column; the intercept has an empty value. */
  record Label(String parameter, String value) {
    @Override
    public String toString() {
      return value.isEmpty() ? parameter : parameter + "=" + value;
    }

    private Label with(Label other) {
      return new Label(parameter + ":" + other.parameter, value + ":" + other.value);
    }
  }

  private final List<Label> labels = new ArrayList<>();
  private final List<double[]> columns = new ArrayList<>();

  /** Create the columns of {@code factors}, each over {@code runs} runs. */
  ModelMatrix(List<Factor> factors, int runs) {
    double[] ones = new double[runs];
    Arrays.fill(ones, 1);
    labels.add(new Label(INTERCEPT, ""));
    columns.add(ones);
    for (Factor factor : factors) {
      for (int level = 1; level < factor.levels().size(); level++) {
        labels.add(new Label(factor.parameter(), factor.levels().get(level)));
        columns.add(factor.indicator(level));
      }
    }
  }

  private ModelMatrix() {}

  /** Create the product columns of two factors, without an intercept. */
  static ModelMatrix products(Factor first, Factor second) {
    ModelMatrix matrix = new ModelMatrix();
    for (int b = 1; b < second.levels().size(); b++) {
      double[] right = second.indicator(b);
      Label of = new Label(second.parameter(), second.levels().get(b));
      for (int a = 1; a < first.levels().size(); a++) {
        double[] column = first.indicator(a);
        for (int i = 0; i < column.length; i++) {
          column[i] *= right[i];
        }
        matrix.labels.add(new Label(first.parameter(), first.levels().get(a)).with(of));
        matrix.columns.add(column);
      }
    }
    return matrix;
  }

  List<Label> labels() {
    return labels;
  }

  List<double[]> columns() {
    return columns;
  }

  /** Return all columns but those of {@code parameter}. */
  List<double[]> without(String parameter) {
    List<double[]> rest = new ArrayList<>();
    for (int j = 0; j < columns.size(); j++) {
      if (!labels.get(j).parameter().equals(parameter)) {
        rest.add(columns.get(j));
      }
    }
    return rest;
  }
}
