package io.github.greenscreen.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns of a linear model: an intercept, then for each factor one 0/1 column per level that
 * is not its reference (treatment coding), in the order of factors and levels.
 */
final class ModelMatrix {
  /** The name of the first column. */
  static final String INTERCEPT = "(Intercept)";

  /** What a column is about; the intercept has an empty value. */
  record Label(String parameter, String value) {
    @Override
    public String toString() {
      return value.isEmpty() ? parameter : parameter + "=" + value;
    }
  }

  private final List<Label> labels = new ArrayList<>();
  private final List<double[]> columns = new ArrayList<>();

  /** Lay out {@code factors}, each over {@code runs} runs. */
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

  List<Label> labels() {
    return labels;
  }

  List<double[]> columns() {
    return columns;
  }

  /** Return the columns that are not about {@code parameter}. */
  List<double[]> without(String parameter) {
    List<double[]> rest = new ArrayList<>();
    for (int j = 0; j < columns.size(); j++) {
      if (!labels.get(j).parameter().equals(parameter)) {
        rest.add(columns.get(j));
      }
    }
    return rest;
  }

  /** Return the columns {@code kept} but the first, row by row. */
  double[][] rows(List<Integer> kept) {
    double[][] rows = new double[columns.get(0).length][kept.size() - 1];
    for (int k = 1; k < kept.size(); k++) {
      double[] column = columns.get(kept.get(k));
      for (int i = 0; i < rows.length; i++) {
        rows[i][k - 1] = column[i];
      }
    }
    return rows;
  }
}
