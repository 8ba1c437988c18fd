package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.ranking.CostAccuracyFront;
import io.github.greenscreen.analysis.ranking.LegacyStudyTables;
import io.github.greenscreen.analysis.ranking.ParetoAnalysis;
import io.github.greenscreen.analysis.ranking.Ranking;
import io.github.greenscreen.analysis.ranking.Ranking.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formats rankings, Pareto front and tables of the study for {@code analysis.json}. */
final class TradeOffJson {
  private final ParetoAnalysis tradeOff;

  TradeOffJson(AnalysisResult result) {
    this.tradeOff = result.tradeOff();
  }

  /** Return a list of runs for each ranking, best first. */
  Map<String, Object> rankings() {
    Map<String, Object> object = new LinkedHashMap<>();
    // A sweep without a meter has no ranking by energy, which an empty list expresses.
    object.put("accuracy", List.of());
    object.put("energy", List.of());
    for (Ranking ranking : tradeOff.rankings()) {
      object.put(ranking.metric(), places(ranking.places()));
    }
    Map<String, Object> ties = new LinkedHashMap<>();
    for (Ranking ranking : tradeOff.rankings()) {
      Map<String, Object> tie = new LinkedHashMap<>();
      tie.put("relative", ranking.tolerance().relative());
      tie.put("absolute", ranking.tolerance().absolute());
      tie.put("repeats", ranking.tolerance().repeats());
      ties.put(ranking.metric(), tie);
    }
    object.put("tolerances", ties);
    return object;
  }

  Map<String, Object> frontier() {
    CostAccuracyFront frontier = tradeOff.frontier();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("hypervolume", frontier.hypervolume());
    object.put("reference_accuracy", 0);
    object.put("reference_cost", frontier.referenceCost());
    object.put("knee", frontier.knee().orElse(null));
    return object;
  }

  Map<String, Object> target() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("accuracy", tradeOff.target().accuracy());
    object.put("origin", tradeOff.target().origin());
    return object;
  }

  /** Return the epoch and accuracy of the median peak, or null if unknown. */
  Object peak() {
    return tradeOff
        .peak()
        .map(
            peak -> {
              Map<String, Object> object = new LinkedHashMap<>();
              object.put("median_epoch", peak.epoch());
              object.put("median_accuracy", peak.accuracy());
              object.put("runs", peak.runs());
              return object;
            })
        .orElse(null);
  }

  /** Return the tables of the study, or null for other runs. */
  Object study() {
    return tradeOff.study().map(TradeOffJson::study).orElse(null);
  }

  private static Map<String, Object> study(LegacyStudyTables study) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("accuracy", places(study.byAccuracy()));
    object.put("Wh_per_interval", places(study.byInterval()));
    object.put("ratio", places(study.byRatio()));
    object.put("what_was_wrong", study.sentences());
    return object;
  }

  private static List<Map<String, Object>> places(List<Place> places) {
    return places.stream()
        .map(
            place -> {
              Map<String, Object> object = new LinkedHashMap<>();
              object.put("run", place.run());
              object.put("value", place.value());
              object.put("rank", place.rank());
              object.put("tied", place.isTied());
              return object;
            })
        .toList();
  }
}
