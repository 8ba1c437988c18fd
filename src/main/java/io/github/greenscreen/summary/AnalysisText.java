package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.CarbonFootprint;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.ranking.Ranking;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.table.TextTable;
import java.util.ArrayList;
import java.util.List;
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
    TradeOffText tradeOff = new TradeOffText(result);
    sections.add(tradeOff.front());
    sections.add(tradeOff.target());
    sections.add(rankings(result));
    sections.add(RepeatTable.text(result));
    sections.add(tradeOff.study());
    sections.add(carbon(result));
    String mark = result.basis().source().mark();
    result.regressions().forEach(fit -> sections.add(RegressionText.regression(fit, mark)));
    sections.add(RegressionText.interactions(result.interactions()));
    result.comparisons().forEach(all -> sections.add(RegressionText.comparison(all, mark)));
    sections.add(ImportanceTable.text(result));
    result.best().ifPresent(best -> sections.add(best(best, result.cost())));
    sections.add(list("Left out", result.excluded()));
    sections.add(list("Notes", result.notes()));
    return sections.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
  }

  /** Return the three rankings; empty if no run is ranked. */
  public static String rankings(AnalysisResult result) {
    RankingTables tables = new RankingTables(result);
    Cost cost = result.cost();
    List<String> parts = new ArrayList<>();
    parts.add(ranking("Best runs by accuracy", "accuracy", result.byAccuracy(), result, tables));
    parts.add(
        ranking(
            PowerSourceLabel.beside(
                "Best runs by " + cost.noun(), PowerSourceLabel.of(result.byCost())),
            cost.noun(),
            result.byCost(),
            result,
            tables));
    parts.add(
        ranking(
            "Best runs by efficiency (accuracy in percent per "
                + PowerSourceLabel.with(cost.unit(), PowerSourceLabel.of(result.byEfficiency()))
                + ")",
            "efficiency",
            result.byEfficiency(),
            result,
            tables));
    parts.removeIf(String::isEmpty);
    if (!parts.isEmpty() && hasIntervals(result.runs())) {
      parts.add(
          "Wh per interval is what the study reported: power x seconds / 3600 of every row of the log,"
              + " averaged;\nenergy Wh is the total.\n");
    }
    if (!parts.isEmpty() && !tables.varying().isEmpty()) {
      parts.add("Values: " + tables.varying() + "\n");
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
    return TextTable.of(
            RankingTables.choices(best)
                .titled("Best configuration for " + best.objective().noun(cost)))
        + "\n"
        + TradeOffText.expectation(best, cost);
  }

  private static String ranking(
      String title,
      String metric,
      List<RunMetrics> runs,
      AnalysisResult result,
      RankingTables tables) {
    if (runs.isEmpty()) {
      return "";
    }
    Ranking ranks = result.tradeOff().ranking(metric).orElseThrow();
    List<String> names = new ArrayList<>(List.of("rank", "run", "accuracy", "energy_Wh", "co2e_g"));
    names.addAll(hasIntervals(result.runs()) ? List.of("Wh per interval") : List.of());
    names.add("power_W");
    names.addAll(result.mark().isEmpty() ? List.of() : List.of("source"));
    names.addAll(List.of("seconds", "efficiency", "values"));
    return TextTable.of(
            tables.ranking(metric, runs).select(names.toArray(String[]::new)).titled(title))
        + ties(ranks);
  }

  /** Return why runs share a rank; empty if none of the listed ones does. */
  private static String ties(Ranking ranks) {
    String words = ranks.tolerance().words();
    boolean any = ranks.places().stream().limit(LENGTH).anyMatch(Ranking.Place::isTied);
    return any && !words.isEmpty()
        ? "= cannot be told apart from the first of its rank: closer than " + words + "\n"
        : "";
  }

  /** Tell whether any run has energy per interval, which only logs of the study have. */
  private static boolean hasIntervals(List<RunMetrics> runs) {
    return runs.stream().anyMatch(run -> Double.isFinite(run.whPerInterval()));
  }

  private static String list(String title, List<String> lines) {
    return lines.isEmpty()
        ? ""
        : title
            + "\n"
            + lines.stream().map(line -> "- " + line + "\n").collect(Collectors.joining());
  }
}
