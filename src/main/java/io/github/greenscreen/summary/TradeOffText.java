package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.ranking.CostAccuracyFront;
import io.github.greenscreen.analysis.ranking.LegacyStudyTables;
import io.github.greenscreen.analysis.ranking.Ranking.Place;
import io.github.greenscreen.analysis.ranking.TargetAccuracy;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.analysis.recommendation.RecommendationObjective;
import io.github.greenscreen.analysis.regression.RecommendationConfidence;
import io.github.greenscreen.analysis.regression.ResponsePrediction;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.table.TextTable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Formats Pareto front, cost to the target, the study's own tables and the prediction as plain
 * text.
 */
final class TradeOffText {
  /** Largest number of tied runs that are named. */
  private static final int MAX_NAMES = 12;

  private final AnalysisResult result;
  private final RankingTables tables;

  TradeOffText(AnalysisResult result) {
    this.result = result;
    this.tables = new RankingTables(result);
  }

  /** Return the Pareto front; empty if no run has both cost and accuracy. */
  String front() {
    CostAccuracyFront frontier = result.tradeOff().frontier();
    if (frontier.runs().isEmpty()) {
      return "";
    }
    Cost cost = result.cost();
    return TextTable.of(
        tables
            .front()
            .titled(
                "Pareto front of accuracy and %s: no run is better than these in both (hypervolume %s %%%s%s)"
                    .formatted(
                        PowerSourceLabel.beside(cost.noun(), result.mark()),
                        TextNumberFormat.quantity(frontier.hypervolume()),
                        cost.unit(),
                        frontier.knee().map(name -> ", knee at run " + name).orElse(""))));
  }

  /** Return the runs that reach the target at the lowest cost; empty if none does. */
  String target() {
    TargetAccuracy target = result.tradeOff().target();
    List<Place> places = tables.atTarget();
    if (places.isEmpty()) {
      return "";
    }
    return TextTable.of(
        tables
            .target()
            .without("cost")
            .titled(
                "Least %s to %s %% accuracy (%s): %s of %s runs reach it"
                    .formatted(
                        PowerSourceLabel.beside(result.cost().noun(), result.mark()),
                        TextNumberFormat.percent(target.accuracy()),
                        target.origin(),
                        places.size(),
                        result.runs().size())));
  }

  /** Return the study's three tables with the corrected ranks; empty for other runs. */
  String study() {
    return result.tradeOff().study().map(this::study).orElse("");
  }

  private String study(LegacyStudyTables study) {
    return "As the study ranked its runs\n"
        + tables.study(study).stream()
            .map(table -> ranked(table) + "\n")
            .collect(Collectors.joining())
        + study.sentences().stream().map(line -> "- " + line + "\n").collect(Collectors.joining());
  }

  private static String ranked(Table<Place> table) {
    Column<Place> rank = Column.text("rank", Place::rank);
    return TextTable.of(table.with(rank.headed(table.title(), table.title())).titled(""));
  }

  /**
   * Return the predicted results of the best configuration, and the configurations tied with it.
   */
  static String expectation(Recommendation best, Cost cost) {
    RecommendationConfidence confidence = best.confidence();
    String noun = best.objective().noun(cost);
    StringBuilder text = new StringBuilder();
    best.prediction()
        .ifPresent(
            prediction ->
                text.append("Expected %s: %s\n".formatted(noun, interval(best, cost, prediction))));
    best.accuracy()
        .filter(prediction -> best.objective() != RecommendationObjective.ACCURACY)
        .ifPresent(
            prediction ->
                text.append(
                    "Expected accuracy: %s %% (95 %% prediction interval %s to %s)\n"
                        .formatted(
                            TextNumberFormat.percent(prediction.value()),
                            TextNumberFormat.percent(prediction.low()),
                            TextNumberFormat.percent(prediction.high()))));
    text.append(
        "%s of the best: %s, 95 %% interval %s to %s (%s)\n"
            .formatted(
                Character.toUpperCase(noun.charAt(0)) + noun.substring(1),
                amount(best, cost, confidence.value()),
                amount(best, cost, confidence.low()),
                amount(best, cost, confidence.high()),
                confidence.method()));
    best.remarks().forEach(remark -> text.append(remark).append('\n'));
    return text + indistinguishable(confidence.indistinguishable());
  }

  private static String indistinguishable(List<String> names) {
    if (names.isEmpty()) {
      return "No run's configuration comes close to it.\n";
    }
    String some = names.stream().limit(MAX_NAMES).collect(Collectors.joining(", "));
    return "Cannot be told apart from it: the configuration%s of run%s %s%s\n"
        .formatted(
            names.size() == 1 ? "" : "s",
            names.size() == 1 ? "" : "s",
            some,
            names.size() > MAX_NAMES ? " and " + (names.size() - MAX_NAMES) + " more" : "");
  }

  private static String interval(Recommendation best, Cost cost, ResponsePrediction prediction) {
    return "%s (95 %% prediction interval %s to %s)"
        .formatted(
            amount(best, cost, prediction.value()),
            amount(best, cost, prediction.low()),
            amount(best, cost, prediction.high()));
  }

  private static String amount(Recommendation best, Cost cost, double value) {
    return switch (best.objective()) {
      case ACCURACY -> TextNumberFormat.percent(value) + " %";
      default -> TextNumberFormat.quantity(value) + " " + best.objective().unit(cost);
    };
  }
}
