package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.importance.Importance;
import io.github.greenscreen.analysis.importance.ImportanceAgreement;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.JsonObject;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.table.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The importance of parameters beside the result of the regression of the same metric. */
final class ImportanceTable {
  private ImportanceTable() {}

  /** A parameter, and the importance of all parameters for the same metric. */
  private record Line(
      Importance importance, ImportanceAgreement agreement, ImportanceAgreement.Side side) {
    Object test(Function<ParameterTest, Double> number) {
      return side.test().map(number).orElse(null);
    }
  }

  /** Return one row for each metric and parameter, each metric sorted by importance. */
  static Table<?> of(AnalysisResult result) {
    return table(result, result.importances());
  }

  /** Return the parameters of {@code importance} by name for {@code analysis.json}. */
  static JsonObject parameters(AnalysisResult result, Importance importance) {
    Table<Line> table = table(result, List.of(importance));
    return JsonObject.byFirst(
        table
            .map(column -> column.name().equals("importance") ? column.named("share") : column)
            .select("parameter", "share", "p", "partial_eta2", "p_adjusted", "matters_by"));
  }

  private static Table<Line> table(AnalysisResult result, List<Importance> importances) {
    PowerSource source = result.basis().source();
    List<Line> lines = new ArrayList<>();
    for (Importance importance : importances) {
      ImportanceAgreement agreement = agreement(result, importance);
      agreement.sides().forEach(side -> lines.add(new Line(importance, agreement, side)));
    }
    return Table.of(
        lines,
        Column.text("metric", line -> line.importance().metric()),
        Column.text("goal", line -> line.importance().highest() ? "maximize" : "minimize"),
        Column.text("parameter", line -> line.side().share().parameter()),
        Column.of("importance", CellFormat.PERCENT, (Line line) -> line.side().share().share())
            .in("%"),
        Column.of("p", CellFormat.PROBABILITY, line -> line.side().share().p()),
        Column.of("n", CellFormat.COUNT, line -> line.importance().runs()),
        Column.of("n_top", CellFormat.COUNT, line -> line.importance().top()),
        Column.of(
                "partial_eta2",
                CellFormat.COEFFICIENT,
                (Line line) -> line.test(ParameterTest::partialEtaSquared))
            .headed("partial eta2", "Partial η²"),
        Column.of(
                "p_adjusted",
                CellFormat.PROBABILITY,
                (Line line) -> line.test(ParameterTest::adjustedP))
            .headed("adjusted p", "p, adjusted"),
        Column.text("matters_by", (Line line) -> line.side().verdict())
            .headed("matters by", "Matters by"),
        Column.text(
            "power_source",
            line ->
                isOfPower(line.importance()) && source != PowerSource.NONE
                    ? source.configName()
                    : ""),
        Column.of(
            "rank_correlation", CellFormat.QUANTITY, line -> line.agreement().rankCorrelation()));
  }

  /** Return one table for all metrics; empty if there is no importance. */
  static String text(AnalysisResult result) {
    List<Importance> importances = result.importances();
    if (importances.isEmpty()) {
      return "";
    }
    Importance first = importances.get(0);
    Table<Line> table = table(result, importances);
    return TextTable.of(
            table
                .with(
                    Column.text("goal", (Line line) -> goal(result, line.importance()))
                        .headed("for the", "For the"))
                .without("metric", "n", "n_top", "power_source", "rank_correlation")
                .titled(
                    ("Importance of parameters (PED-ANOVA: the best %s of %s runs against all) and"
                            + " regression")
                        .formatted(first.top(), first.runs())))
        + correlations(result);
  }

  private static String goal(AnalysisResult result, Importance importance) {
    String mark = isOfPower(importance) ? result.basis().source().mark() : "";
    return (importance.highest() ? "highest " : "lowest ")
        + PowerSourceLabel.beside(importance.metric(), mark);
  }

  private static String correlations(AnalysisResult result) {
    List<String> ranks = new ArrayList<>();
    for (Importance importance : result.importances()) {
      ImportanceAgreement agreement = agreement(result, importance);
      if (Double.isFinite(agreement.rankCorrelation())) {
        ranks.add(
            "%s %s (%s parameters)"
                .formatted(
                    goal(result, importance),
                    TextNumberFormat.quantity(agreement.rankCorrelation()),
                    agreement.compared()));
      }
    }
    return ranks.isEmpty()
        ? ""
        : "Rank correlation of importance and partial eta2 (Spearman), for the %s\n"
            .formatted(String.join(", ", ranks));
  }

  /** Compare {@code importance} with the regression of the same metric. */
  static ImportanceAgreement agreement(AnalysisResult result, Importance importance) {
    return ImportanceAgreement.of(importance, result.regression(importance.metric()));
  }

  private static boolean isOfPower(Importance importance) {
    return RegressionText.isOfPower(importance.metric());
  }
}
