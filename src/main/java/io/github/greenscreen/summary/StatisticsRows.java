package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.Regression;
import io.github.greenscreen.analysis.Regression.ParameterTest;
import io.github.greenscreen.analysis.Regression.Term;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.ResultFolder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The rows of {@code statistics_summary.csv}. The column {@code kind} says what a row is about:
 * {@code model} (the whole regression), {@code term} (a coefficient), {@code aliased} (a
 * coefficient that cannot be estimated) or {@code parameter} (a type II test). Columns that do not
 * apply to its kind are empty; what applies and could not be computed is {@code N/A}.
 */
final class StatisticsRows {
  static final List<String> HEADER =
      List.of(
          "response",
          "kind",
          "parameter",
          "value",
          "estimate",
          "std_error",
          "t",
          "low",
          "high",
          "df",
          "f",
          "p",
          "p_adjusted",
          "partial_eta2",
          "n",
          "df_residual",
          "r2",
          "adjusted_r2",
          "sigma",
          "power_source");

  private StatisticsRows() {}

  /** Return the rows of {@code regression}, over runs whose power is of {@code source}. */
  static List<List<String>> of(Regression regression, PowerSource source) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(model(regression));
    regression.terms().forEach(term -> rows.add(term(regression, term)));
    regression.aliased().forEach(alias -> rows.add(aliased(regression, alias)));
    regression.tests().forEach(test -> rows.add(test(regression, test)));
    String word = source == PowerSource.NONE ? "" : source.spelling();
    rows.forEach(row -> row.set(HEADER.indexOf("power_source"), word));
    return rows;
  }

  private static List<String> model(Regression regression) {
    Row row = new Row(regression, "model", "", "");
    row.set("df", regression.runs() - regression.residualDegreesOfFreedom() - 1);
    row.set("f", regression.fStatistic());
    row.set("p", regression.pValue());
    row.set("n", regression.runs());
    row.set("df_residual", regression.residualDegreesOfFreedom());
    row.set("r2", regression.rSquared());
    row.set("adjusted_r2", regression.adjustedRSquared());
    row.set("sigma", regression.residualStandardError());
    return row.cells;
  }

  private static List<String> term(Regression regression, Term term) {
    Row row = new Row(regression, "term", term.parameter(), term.value());
    row.set("estimate", term.estimate());
    row.set("std_error", term.standardError());
    row.set("t", term.t());
    row.set("low", term.low());
    row.set("high", term.high());
    row.set("p", term.p());
    return row.cells;
  }

  private static List<String> aliased(Regression regression, String alias) {
    int split = alias.indexOf('=');
    Row row = new Row(regression, "aliased", alias.substring(0, split), alias.substring(split + 1));
    row.set("estimate", Double.NaN);
    return row.cells;
  }

  private static List<String> test(Regression regression, ParameterTest test) {
    Row row = new Row(regression, "parameter", test.parameter(), "");
    row.set("df", test.degreesOfFreedom());
    row.set("f", test.f());
    row.set("p", test.p());
    row.set("p_adjusted", test.adjustedP());
    row.set("partial_eta2", test.partialEtaSquared());
    return row.cells;
  }

  /** One row under the header, empty where nothing was set. */
  private static final class Row {
    private final List<String> cells = new ArrayList<>(Collections.nCopies(HEADER.size(), ""));

    Row(Regression regression, String kind, String parameter, String value) {
      cells.set(0, regression.response());
      cells.set(1, kind);
      cells.set(2, parameter);
      cells.set(3, value);
    }

    void set(String column, double number) {
      cells.set(HEADER.indexOf(column), ResultFolder.number(number));
    }
  }
}
