package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.regression.Diagnostics;
import io.github.greenscreen.analysis.regression.Interaction;
import io.github.greenscreen.analysis.regression.KruskalWallisResult;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.analysis.regression.Regression.Term;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.ResultFolder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Creates the rows of {@code statistics_summary.csv}. The column {@code kind} names the subject of
 * a row: {@code model} (the whole regression), {@code term} (a coefficient), {@code aliased} (a
 * coefficient that cannot be estimated), {@code parameter} (a type II test), {@code residuals} (a
 * diagnostic of them), {@code interaction} (a pair of parameters), {@code kruskal_wallis} (a single
 * parameter). Columns that do not apply to the kind are empty; values that could not be computed
 * are {@code N/A}.
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
          "cross_validated_r2",
          "hc3_std_error",
          "hc3_t",
          "hc3_p",
          "hc3_low",
          "hc3_high",
          "percent",
          "percent_low",
          "percent_high",
          "gvif",
          "statistic",
          "power_source");

  private final String response;
  private final String source;
  private final List<List<String>> rows = new ArrayList<>();

  private StatisticsRows(String response, PowerSource source) {
    this.response = response;
    boolean marked = EffectTables.isOfPower(response) && source != PowerSource.NONE;
    this.source = marked ? source.configName() : "";
  }

  /** Return all rows of {@code result}, the header first. */
  static List<List<String>> of(AnalysisResult result) {
    PowerSource source = result.basis().source();
    List<List<String>> all = new ArrayList<>();
    all.add(HEADER);
    result.regressions().forEach(fit -> all.addAll(of(fit, source)));
    for (Interaction pair : result.interactions()) {
      StatisticsRows rows = new StatisticsRows(pair.response(), source);
      rows.interaction(pair);
      all.addAll(rows.rows);
    }
    for (KruskalWallisResult comparison : result.comparisons()) {
      StatisticsRows rows = new StatisticsRows(comparison.response(), source);
      comparison.tests().forEach(test -> rows.alone(test, comparison.runs()));
      all.addAll(rows.rows);
    }
    return all;
  }

  private static List<List<String>> of(Regression regression, PowerSource source) {
    StatisticsRows rows = new StatisticsRows(regression.response(), source);
    rows.model(regression);
    regression.terms().forEach(term -> rows.term(term, regression.isLogarithmic()));
    regression.aliased().forEach(rows::aliased);
    regression.tests().forEach(rows::test);
    rows.residuals(regression.diagnostics());
    return rows.rows;
  }

  private void model(Regression regression) {
    Row row = new Row("model", "", "");
    row.set("df", regression.runs() - regression.residualDegreesOfFreedom() - 1);
    row.set("f", regression.fStatistic());
    row.set("p", regression.pValue());
    row.set("n", regression.runs());
    row.set("df_residual", regression.residualDegreesOfFreedom());
    row.set("r2", regression.rSquared());
    row.set("adjusted_r2", regression.adjustedRSquared());
    row.set("cross_validated_r2", regression.crossValidatedRSquared());
    row.set("sigma", regression.residualStandardError());
  }

  private void term(Term term, boolean logarithmic) {
    Row row = new Row("term", term.parameter(), term.value());
    row.set("estimate", term.estimate());
    row.set("std_error", term.standardError());
    row.set("t", term.t());
    row.set("low", term.low());
    row.set("high", term.high());
    row.set("p", term.p());
    row.set("hc3_std_error", term.robust().standardError());
    row.set("hc3_t", term.robust().t());
    row.set("hc3_p", term.robust().p());
    row.set("hc3_low", term.robust().low());
    row.set("hc3_high", term.robust().high());
    if (logarithmic && !term.value().isEmpty()) {
      row.set("percent", Regression.percent(term.estimate()));
      row.set("percent_low", Regression.percent(term.low()));
      row.set("percent_high", Regression.percent(term.high()));
    }
  }

  private void aliased(String alias) {
    int split = alias.indexOf('=');
    Row row = new Row("aliased", alias.substring(0, split), alias.substring(split + 1));
    row.set("estimate", Double.NaN);
  }

  private void test(ParameterTest test) {
    Row row = new Row("parameter", test.parameter(), "");
    row.set("df", test.degreesOfFreedom());
    row.set("f", test.f());
    row.set("p", test.p());
    row.set("p_adjusted", test.adjustedP());
    row.set("partial_eta2", test.partialEtaSquared());
    row.set("gvif", test.inflation());
  }

  private void residuals(Diagnostics residuals) {
    check("breusch_pagan", residuals.breuschPagan());
    check("jarque_bera", residuals.jarqueBera());
    check("durbin_watson", residuals.durbinWatson());
    Row row = new Row("residuals", "highest_leverage", residuals.highestRun());
    row.set("statistic", residuals.highestLeverage());
  }

  private void check(String name, Diagnostics.Check check) {
    Row row = new Row("residuals", name, "");
    if (check.degreesOfFreedom() > 0) {
      row.set("df", check.degreesOfFreedom());
    }
    row.set("statistic", check.statistic());
    row.set("p", check.p());
  }

  private void interaction(Interaction pair) {
    Row row = new Row("interaction", pair.pair(), "");
    row.set("df", pair.degreesOfFreedom());
    row.set("df_residual", pair.residualDegreesOfFreedom());
    row.set("f", pair.f());
    row.set("p", pair.p());
    row.set("p_adjusted", pair.adjustedP());
    row.set("partial_eta2", pair.partialEtaSquared());
  }

  private void alone(KruskalWallisResult.Test test, int runs) {
    Row row = new Row("kruskal_wallis", test.parameter(), "");
    row.set("n", runs);
    row.set("df", test.degreesOfFreedom());
    row.set("statistic", test.statistic());
    row.set("p", test.p());
    row.set("p_adjusted", test.adjustedP());
  }

  /** One row; cells that are not set are empty. */
  private final class Row {
    private final List<String> cells = new ArrayList<>(Collections.nCopies(HEADER.size(), ""));

    Row(String kind, String parameter, String value) {
      cells.set(0, response);
      cells.set(1, kind);
      cells.set(2, parameter);
      cells.set(3, value);
      cells.set(HEADER.size() - 1, source);
      rows.add(cells);
    }

    void set(String column, double number) {
      cells.set(HEADER.indexOf(column), ResultFolder.number(number));
    }
  }
}
