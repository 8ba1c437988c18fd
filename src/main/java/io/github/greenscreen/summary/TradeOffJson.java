package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.ranking.CostAccuracyFront;
import io.github.greenscreen.analysis.ranking.LegacyStudyTables;
import io.github.greenscreen.analysis.ranking.ParetoAnalysis;
import io.github.greenscreen.analysis.ranking.Ranking;
import io.github.greenscreen.analysis.ranking.Ranking.Place;
import io.github.greenscreen.analysis.ranking.TieTolerance;
import io.github.greenscreen.table.JsonObject;
import java.util.List;

/** Formats rankings, Pareto front and tables of the study for {@code analysis.json}. */
final class TradeOffJson {
  private final ParetoAnalysis tradeOff;

  TradeOffJson(AnalysisResult result) {
    this.tradeOff = result.tradeOff();
  }

  /** Return a list of runs for each ranking, best first. */
  JsonObject rankings() {
    // A sweep without a meter has no ranking by energy, which an empty list expresses.
    JsonObject object = new JsonObject().with("accuracy", List.of()).with("energy", List.of());
    tradeOff.rankings().forEach(all -> object.with(all.metric(), places(all.places())));
    return object.with(
        "tolerances",
        JsonObject.of(
            tradeOff.rankings(), Ranking::metric, ranking -> tolerance(ranking.tolerance())));
  }

  private static JsonObject tolerance(TieTolerance tolerance) {
    return new JsonObject()
        .with("relative", tolerance.relative())
        .with("absolute", tolerance.absolute())
        .with("repeats", tolerance.repeats());
  }

  JsonObject frontier() {
    CostAccuracyFront frontier = tradeOff.frontier();
    return new JsonObject()
        .with("hypervolume", frontier.hypervolume())
        .with("reference_accuracy", 0)
        .with("reference_cost", frontier.referenceCost())
        .with("knee", frontier.knee().orElse(null));
  }

  JsonObject target() {
    return new JsonObject()
        .with("accuracy", tradeOff.target().accuracy())
        .with("origin", tradeOff.target().origin());
  }

  /** Return the epoch and accuracy of the median peak, or null if unknown. */
  Object peak() {
    return tradeOff
        .peak()
        .map(
            peak ->
                new JsonObject()
                    .with("median_epoch", peak.epoch())
                    .with("median_accuracy", peak.accuracy())
                    .with("runs", peak.runs()))
        .orElse(null);
  }

  /** Return the tables of the study, or null for other runs. */
  Object study() {
    return tradeOff.study().map(TradeOffJson::study).orElse(null);
  }

  private static JsonObject study(LegacyStudyTables study) {
    return new JsonObject()
        .with("accuracy", places(study.byAccuracy()))
        .with("Wh_per_interval", places(study.byInterval()))
        .with("ratio", places(study.byRatio()))
        .with("what_was_wrong", study.sentences());
  }

  private static List<JsonObject> places(List<Place> places) {
    return places.stream()
        .map(
            place ->
                new JsonObject()
                    .with("run", place.run())
                    .with("value", place.value())
                    .with("rank", place.rank())
                    .with("tied", place.isTied()))
        .toList();
  }
}
