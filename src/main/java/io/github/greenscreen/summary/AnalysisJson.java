package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.importance.Importance;
import io.github.greenscreen.analysis.importance.ImportanceAgreement;
import io.github.greenscreen.analysis.metrics.CarbonFootprint;
import io.github.greenscreen.analysis.metrics.EmissionFactor;
import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.recommendation.FinalRunResult;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.analysis.regression.RecommendationConfidence;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.analysis.regression.ResponsePrediction;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Formats the whole analysis for {@code analysis.json}, as {@code docs/analysis-json.md} describes.
 * Unknown values are null.
 */
final class AnalysisJson {
  /** Version of the format; raised if a name changes or is removed, but not if one is added. */
  private static final int VERSION = 1;

  private static final String METHOD = "PED-ANOVA";

  private AnalysisJson() {}

  /** Return {@code result} as JSON. */
  static String of(AnalysisResult result) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("version", VERSION);
    tree.put("cost", ResponseVariable.of(result.cost()));
    tree.put("power_source", result.basis().source().configName());
    tree.put("carbon", carbon(result.carbon()));
    tree.put("total", total(result.footprint()));
    tree.put("best", result.best().map(AnalysisJson::best).orElse(null));
    tree.put("final_run", result.finalCheck().map(AnalysisJson::check).orElse(null));
    tree.put(
        "final_run_metrics",
        result.referenceRuns().finalRun().map(run -> run(run, result.carbon())).orElse(null));
    tree.put("against_baseline", BaselineJson.of(result));
    TradeOffJson tradeOff = new TradeOffJson(result);
    tree.put("pareto", result.tradeOff().frontier().runs());
    tree.put("frontier", tradeOff.frontier());
    tree.put("target", tradeOff.target());
    tree.put("efficiency_peak", tradeOff.peak());
    tree.put("rankings", tradeOff.rankings());
    tree.put("repeats", RepeatTable.json(result));
    tree.put("study_tables", tradeOff.study());
    Map<String, Object> regressions = new LinkedHashMap<>();
    result
        .regressions()
        .forEach(fit -> regressions.put(fit.response(), RegressionJson.of(fit, result)));
    tree.put("regressions", regressions);
    Map<String, Object> comparisons = new LinkedHashMap<>();
    result
        .comparisons()
        .forEach(each -> comparisons.put(each.response(), RegressionJson.comparison(each)));
    tree.put("comparisons", comparisons);
    Map<String, Object> importance = new LinkedHashMap<>();
    result.importances().forEach(each -> importance.put(each.metric(), importance(result, each)));
    tree.put("importance", importance);
    tree.put("distributions", DistributionJson.of(result.distributions()));
    tree.put("runs", result.runs().stream().map(run -> run(run, result.carbon())).toList());
    tree.put("excluded", result.excluded().stream().map(AnalysisJson::excluded).toList());
    tree.put("notes", result.notes());
    return Json.lines(tree);
  }

  private static Map<String, Object> carbon(EmissionFactor carbon) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("grams_per_kWh", carbon.gramsPerKwh());
    object.put("pue", carbon.pue());
    object.put("origin", carbon.origin());
    return object;
  }

  private static Map<String, Object> total(CarbonFootprint all) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("runs", all.runs());
    object.put("runs_with_energy", all.known());
    object.put("energy_Wh", all.energyWh());
    object.put("co2e_g", all.co2eGrams());
    return object;
  }

  private static Map<String, Object> best(Recommendation best) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("objective", best.objective().configName());
    object.put("parameters", best.configuration().values());
    object.put("source", best.source());
    Map<String, Object> reasons = new LinkedHashMap<>();
    best.choices().forEach(choice -> reasons.put(choice.parameter(), choice.reason()));
    object.put("reasons", reasons);
    object.put(
        "decisive",
        best.choices().stream()
            .filter(Recommendation.Choice::decisive)
            .map(Recommendation.Choice::parameter)
            .toList());
    object.put("predicted", best.prediction().map(AnalysisJson::prediction).orElse(null));
    object.put("predicted_accuracy", best.accuracy().map(AnalysisJson::prediction).orElse(null));
    object.put("confidence", confidence(best.confidence()));
    object.put("remarks", best.remarks());
    return object;
  }

  private static Map<String, Object> prediction(ResponsePrediction prediction) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("response", prediction.response());
    object.put("scale", prediction.scale().configName());
    object.put("value", prediction.value());
    object.put("low", prediction.low());
    object.put("high", prediction.high());
    return object;
  }

  private static Map<String, Object> confidence(RecommendationConfidence confidence) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("value", confidence.value());
    object.put("low", confidence.low());
    object.put("high", confidence.high());
    object.put("indistinguishable", confidence.indistinguishable());
    object.put("draws", confidence.draws());
    object.put("method", confidence.method());
    return object;
  }

  private static Map<String, Object> check(FinalRunResult check) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("run", check.run());
    object.put("measured", check.measured());
    object.put("predicted", prediction(check.predicted()));
    object.put("within_interval", check.isInside());
    object.put("sentence", check.sentence());
    return object;
  }

  private static Map<String, Object> importance(AnalysisResult result, Importance importance) {
    ImportanceAgreement agreement = ImportanceTable.agreement(result, importance);
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (ImportanceAgreement.Side side : agreement.sides()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("share", side.share().share());
      object.put("p", side.share().p());
      object.put("partial_eta2", side.test().map(ParameterTest::partialEtaSquared).orElse(null));
      object.put("p_adjusted", side.test().map(ParameterTest::adjustedP).orElse(null));
      object.put("matters_by", side.verdict());
      parameters.put(side.share().parameter(), object);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("goal", importance.highest() ? "maximize" : "minimize");
    object.put("n", importance.runs());
    object.put("n_top", importance.top());
    object.put("method", METHOD);
    object.put("rank_correlation", agreement.rankCorrelation());
    object.put("parameters_compared", agreement.compared());
    object.put("parameters", parameters);
    return object;
  }

  private static Map<String, Object> run(RunMetrics run, EmissionFactor carbon) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("run", run.name());
    object.put("parameters", run.configuration().values());
    RunColumns.of(run, carbon).forEach((name, cell) -> object.put(name, cell.value()));
    return object;
  }

  private static Map<String, Object> excluded(String line) {
    int split = line.indexOf(": ");
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("run", line.substring(0, split));
    object.put("reason", line.substring(split + 2));
    return object;
  }
}
