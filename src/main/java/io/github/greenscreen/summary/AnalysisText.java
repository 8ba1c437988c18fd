package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.CarbonFootprint;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.ranking.Ranking;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.format.TextNumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Formats an analysis as plain text for a terminal, without colours; ASCII except for names of
 * users.
 */
public final class AnalysisText {
  private static final int LENGTH = 5;

  private AnalysisText() {}

  /**
   * Return the whole text: Pareto front, cost to the target, rankings, repeats, CO2e, regressions,
   * parameter importance, the best configuration, excluded runs, notes.
   */
  public static String all(AnalysisResult result) {
    List<String> sections = new ArrayList<>();
    TradeOffTables tradeOff = new TradeOffTables(result);
    sections.add(tradeOff.front());
    sections.add(tradeOff.target());
    sections.add(rankings(result));
    sections.add(RepeatTable.text(result));
    sections.add(tradeOff.study());
    sections.add(carbon(result));
    String mark = result.basis().source().mark();
    result.regressions().forEach(fit -> sections.add(EffectTables.regression(fit, mark)));
    sections.add(EffectTables.interactions(result.interactions()));
    result.comparisons().forEach(all -> sections.add(EffectTables.comparison(all, mark)));
    sections.add(ImportanceTable.text(result));
    result.best().ifPresent(best -> sections.add(best(best, result.cost())));
    sections.add(list("Left out", result.excluded()));
    sections.add(list("Notes", result.notes()));
    return sections.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
  }

  /** Return the three rankings; empty if no run is ranked. */
  public static String rankings(AnalysisResult result) {
    Set<String> varying = varying(result.runs());
    Cost cost = result.cost();
    List<String> parts = new ArrayList<>();
    parts.add(ranking("Best runs by accuracy", "accuracy", result.byAccuracy(), result, varying));
    parts.add(
        ranking(
            PowerSourceLabel.beside(
                "Best runs by " + cost.noun(), PowerSourceLabel.of(result.byCost())),
            cost.noun(),
            result.byCost(),
            result,
            varying));
    parts.add(
        ranking(
            "Best runs by efficiency (accuracy in percent per "
                + PowerSourceLabel.with(cost.unit(), PowerSourceLabel.of(result.byEfficiency()))
                + ")",
            "efficiency",
            result.byEfficiency(),
            result,
            varying));
    parts.removeIf(String::isEmpty);
    if (!parts.isEmpty() && hasIntervals(result.runs())) {
      parts.add(
          "Wh per interval is what the study reported: power x seconds / 3600 of every row of the log,"
              + " averaged;\nenergy Wh is the total.\n");
    }
    if (!parts.isEmpty() && !varying.isEmpty()) {
      parts.add("Values: " + String.join(", ", varying) + "\n");
    }
    return String.join("\n", parts);
  }

  /**
   * Return the greenhouse gas emissions of all runs and the emission factor; empty if no run has
   * energy.
   */
  public static String carbon(AnalysisResult result) {
    CarbonFootprint all = result.footprint();
    return all.isKnown()
        ? "CO2e of %s: %s for %s, at %s\n"
            .formatted(
                all.whose(),
                TextNumberFormat.mass(all.co2eGrams()),
                PowerSourceLabel.beside(
                    TextNumberFormat.quantity(all.energyWh()) + " Wh", result.mark()),
                result.carbon().factor())
        : "";
  }

  /** Return the recommended configuration with the reason for every value. */
  public static String best(Recommendation best, Cost cost) {
    TextTable table = new TextTable("parameter", "value", "why");
    best.choices()
        .forEach(choice -> table.row(choice.parameter(), choice.value(), choice.reason()));
    return "Best configuration for %s\n%s\n%s"
        .formatted(best.objective().noun(cost), table, TradeOffTables.expectation(best, cost));
  }

  private static String ranking(
      String title,
      String metric,
      List<RunMetrics> runs,
      AnalysisResult result,
      Set<String> varying) {
    if (runs.isEmpty()) {
      return "";
    }
    boolean intervals = hasIntervals(result.runs());
    List<String> header =
        new ArrayList<>(List.of("rank", "run", ">accuracy %", ">energy Wh", ">CO2e g"));
    header.addAll(intervals ? List.of(">Wh per interval") : List.of());
    header.add(">power W");
    header.addAll(result.mark().isEmpty() ? List.of() : List.of("source"));
    header.addAll(List.of(">time s", ">" + result.cost().efficiencyUnit(), "values"));
    String[] heads = header.toArray(String[]::new);
    TextTable table = new TextTable(heads);
    Ranking ranks = result.tradeOff().ranking(metric).orElseThrow();
    runs.forEach(run -> table.row((Object[]) cells(ranks, run, result, varying)));
    return title + "\n" + table + ties(ranks);
  }

  /** Return why runs share a rank; empty if none of the listed ones does. */
  private static String ties(Ranking ranks) {
    String words = ranks.tolerance().words();
    boolean any = ranks.places().stream().limit(LENGTH).anyMatch(Ranking.Place::isTied);
    return any && !words.isEmpty()
        ? "= cannot be told apart from the first of its rank: closer than " + words + "\n"
        : "";
  }

  private static String[] cells(
      Ranking ranks, RunMetrics run, AnalysisResult result, Set<String> varying) {
    boolean intervals = hasIntervals(result.runs());
    List<String> cells = new ArrayList<>();
    cells.add(ranks.rankOf(run.name()));
    cells.add(run.name());
    cells.add(TextNumberFormat.percent(run.accuracy()));
    cells.add(TextNumberFormat.quantity(run.energyWh()));
    cells.add(TextNumberFormat.quantity(result.carbon().grams(run.energyWh())));
    cells.addAll(intervals ? List.of(TextNumberFormat.quantity(run.whPerInterval())) : List.of());
    cells.add(TextNumberFormat.quantity(run.powerW()));
    cells.addAll(result.mark().isEmpty() ? List.of() : List.of(source(run)));
    cells.add(TextNumberFormat.quantity(run.seconds()));
    cells.add(TextNumberFormat.quantity(run.efficiency()));
    cells.add(values(run, varying));
    return cells.toArray(String[]::new);
  }

  private static String source(RunMetrics run) {
    return run.hasEnergy() ? run.powerSource().words() : TextNumberFormat.MISSING;
  }

  /** Tell whether any run has energy per interval, which only logs of the study have. */
  private static boolean hasIntervals(List<RunMetrics> runs) {
    return runs.stream().anyMatch(run -> Double.isFinite(run.whPerInterval()));
  }

  private static String values(RunMetrics run, Set<String> parameters) {
    return parameters.stream()
        .map(name -> run.configuration().find(name).orElse("-"))
        .collect(Collectors.joining(", "));
  }

  /** Return the parameters with more than one value over all runs. */
  private static Set<String> varying(List<RunMetrics> runs) {
    Set<String> names = new LinkedHashSet<>();
    runs.forEach(run -> names.addAll(run.configuration().values().keySet()));
    names.removeIf(
        name -> runs.stream().map(run -> run.configuration().find(name)).distinct().count() < 2);
    return names;
  }

  private static String list(String title, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : title
            + "\n"
            + lines.stream().map(line -> "- " + line + "\n").collect(Collectors.joining());
  }
}
