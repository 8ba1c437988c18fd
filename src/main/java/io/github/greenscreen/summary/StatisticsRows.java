package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.regression.Diagnostics;
import io.github.greenscreen.analysis.regression.Interaction;
import io.github.greenscreen.analysis.regression.KruskalWallisResult;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.CsvRows;
import io.github.greenscreen.table.Table;
import java.util.ArrayList;
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
  private static final List<String> HEADER =
      List.of(
          ("response,kind,parameter,value,estimate,std_error,t,low,high,df,f,p,p_adjusted,"
                  + "partial_eta2,n,df_residual,r2,adjusted_r2,sigma,cross_validated_r2,"
                  + "hc3_std_error,hc3_t,hc3_p,hc3_low,hc3_high,percent,percent_low,percent_high,"
                  + "gvif,statistic,power_source")
              .split(",", -1));

  private final PowerSource source;
  private final List<Table<?>> tables = new ArrayList<>();

  private StatisticsRows(PowerSource source) {
    this.source = source;
  }

  /** Return all rows of {@code result}, the header first. */
  static List<List<String>> of(AnalysisResult result) {
    StatisticsRows rows = new StatisticsRows(result.basis().source());
    result.regressions().forEach(rows::add);
    for (Interaction pair : result.interactions()) {
      rows.add(pair.response(), "interaction", RegressionTables.interactions(List.of(pair)));
    }
    result.comparisons().forEach(rows::add);
    return CsvRows.of(HEADER, rows.tables);
  }

  private void add(Regression fit) {
    String response = fit.response();
    add(response, "model", RegressionTables.models(List.of(fit)));
    add(response, "term", RegressionTables.terms(fit.terms(), fit.isLogarithmic()));
    add(response, "aliased", aliased(fit.aliased()));
    add(response, "parameter", RegressionTables.tests(fit));
    add(response, "residuals", RegressionTables.checks(fit.diagnostics()));
    add(response, "residuals", leverage(fit.diagnostics()));
  }

  private void add(KruskalWallisResult comparison) {
    Table<KruskalWallisResult.Test> tests = RegressionTables.comparison(comparison);
    add(
        comparison.response(),
        "kruskal_wallis",
        tests
            .and(List.of(Column.of("n", CellFormat.COUNT, test -> comparison.runs())))
            .map(column -> column.name().equals("h") ? column.named("statistic") : column));
  }

  private <R> void add(String response, String kind, Table<R> table) {
    boolean marked = RegressionText.isOfPower(response) && source != PowerSource.NONE;
    tables.add(
        table.and(
            List.of(
                Column.text("response", row -> response),
                Column.text("kind", row -> kind),
                Column.text("power_source", row -> marked ? source.configName() : ""))));
  }

  private static Table<String> aliased(List<String> terms) {
    return Table.of(
        terms,
        Column.text("parameter", term -> term.substring(0, term.indexOf('='))),
        Column.text("value", term -> term.substring(term.indexOf('=') + 1)),
        Column.of("estimate", CellFormat.AMOUNT, term -> Double.NaN));
  }

  private static Table<Diagnostics> leverage(Diagnostics residuals) {
    return Table.of(
        List.of(residuals),
        Column.text("parameter", each -> "highest_leverage"),
        Column.text("value", Diagnostics::highestRun),
        Column.of("statistic", CellFormat.COEFFICIENT, Diagnostics::highestLeverage));
  }
}
