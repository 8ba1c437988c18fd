package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.ranking.RepeatedConfiguration;
import io.github.greenscreen.analysis.ranking.RepeatedConfiguration.Spread;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.JsonObject;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.table.TextTable;
import java.util.List;
import java.util.function.DoubleFunction;

/** Formats configurations with several runs as plain text and as JSON. */
final class RepeatTable {
  private static final String SEED = "seed";

  private RepeatTable() {}

  /** Return means and standard deviations; empty if no configuration was repeated. */
  static String text(AnalysisResult result) {
    List<RepeatedConfiguration> all = RepeatedConfiguration.of(result.runs(), result.cost());
    if (all.isEmpty()) {
      return "";
    }
    VaryingParameters varying =
        new VaryingParameters(
            all.stream().map(RepeatedConfiguration::configuration).toList(), SEED);
    Table<RepeatedConfiguration> table =
        Table.of(
            all,
            Column.text("rank", RepeatedConfiguration::configName),
            Column.right("accuracy %", each -> spread(each.accuracy(), TextNumberFormat::percent)),
            Column.right(
                result.cost().noun() + " " + result.cost().unit(),
                each -> spread(each.cost(), TextNumberFormat::quantity)),
            Column.right(
                result.cost().efficiencyUnit(),
                each -> spread(each.efficiency(), TextNumberFormat::quantity)),
            Column.text("runs", each -> String.join(" ", each.runs())),
            Column.text(varying.names(), each -> varying.values(each.configuration())));
    boolean tied = all.stream().anyMatch(RepeatedConfiguration::isTied);
    return TextTable.of(
            table.titled(
                PowerSourceLabel.beside("Repeated configurations", result.mark())
                    + ": mean +- standard deviation of runs that differ only in their seed"))
        + (tied
            ? "= cannot be told apart from the first of its rank by the spread of the repeats\n"
            : "");
  }

  /** Return the list for {@code analysis.json}. */
  static List<JsonObject> json(AnalysisResult result) {
    return RepeatedConfiguration.of(result.runs(), result.cost()).stream()
        .map(RepeatTable::object)
        .toList();
  }

  private static JsonObject object(RepeatedConfiguration each) {
    return new JsonObject()
        .with("runs", each.runs())
        .with("rank", each.rank())
        .with("tied", each.isTied())
        .with("accuracy", object(each.accuracy()))
        .with("cost", object(each.cost()))
        .with("efficiency", object(each.efficiency()));
  }

  private static JsonObject object(Spread spread) {
    return new JsonObject()
        .with("mean", spread.mean())
        .with("standard_deviation", spread.deviation())
        .with("n", spread.known());
  }

  private static String spread(Spread spread, DoubleFunction<String> configName) {
    return spread.known() < 2
        ? configName.apply(spread.mean())
        : configName.apply(spread.mean()) + " +- " + configName.apply(spread.deviation());
  }
}
