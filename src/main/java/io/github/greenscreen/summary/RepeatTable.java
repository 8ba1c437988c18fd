package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.ranking.RepeatedConfiguration;
import io.github.greenscreen.analysis.ranking.RepeatedConfiguration.Spread;
import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.format.TextNumberFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

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
    Set<String> varying = varying(all);
    TextTable table =
        new TextTable(
            "rank",
            ">accuracy %",
            ">" + result.cost().noun() + " " + result.cost().unit(),
            ">" + result.cost().efficiencyUnit(),
            "runs",
            varying.isEmpty() ? "" : String.join(", ", varying));
    for (RepeatedConfiguration each : all) {
      table.row(
          each.configName(),
          spread(each.accuracy(), TextNumberFormat::percent),
          spread(each.cost(), TextNumberFormat::quantity),
          spread(each.efficiency(), TextNumberFormat::quantity),
          String.join(" ", each.runs()),
          varying.stream()
              .map(name -> each.configuration().find(name).orElse("-"))
              .collect(Collectors.joining(", ")));
    }
    String mark = PowerSourceLabel.beside("Repeated configurations", result.mark());
    boolean tied = all.stream().anyMatch(RepeatedConfiguration::isTied);
    return mark
        + ": mean +- standard deviation of runs that differ only in their seed\n"
        + table
        + (tied
            ? "= cannot be told apart from the first of its rank by the spread of the repeats\n"
            : "");
  }

  /** Return the list for {@code analysis.json}. */
  static List<Object> json(AnalysisResult result) {
    return RepeatedConfiguration.of(result.runs(), result.cost()).stream()
        .<Object>map(RepeatTable::object)
        .toList();
  }

  private static Map<String, Object> object(RepeatedConfiguration each) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("runs", each.runs());
    object.put("rank", each.rank());
    object.put("tied", each.isTied());
    object.put("accuracy", object(each.accuracy()));
    object.put("cost", object(each.cost()));
    object.put("efficiency", object(each.efficiency()));
    return object;
  }

  private static Map<String, Object> object(Spread spread) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("mean", spread.mean());
    object.put("standard_deviation", spread.deviation());
    object.put("n", spread.known());
    return object;
  }

  private static String spread(Spread spread, DoubleFunction<String> configName) {
    return spread.known() < 2
        ? configName.apply(spread.mean())
        : configName.apply(spread.mean()) + " +- " + configName.apply(spread.deviation());
  }

  private static Set<String> varying(List<RepeatedConfiguration> all) {
    Set<String> names = new LinkedHashSet<>();
    all.forEach(each -> names.addAll(each.configuration().values().keySet()));
    names.removeIf(
        name ->
            name.equals(SEED)
                || all.stream().map(each -> each.configuration().find(name)).distinct().count()
                    < 2);
    return names;
  }
}
