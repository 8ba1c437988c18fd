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
import io.github.greenscreen.analysis.recommendation.Recommendation.Choice;
import io.github.greenscreen.analysis.regression.KruskalWallisResult;
import io.github.greenscreen.analysis.regression.RecommendationConfidence;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.ResponsePrediction;
import io.github.greenscreen.run.evaluation.ConfusionSource;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.JsonObject;
import java.util.List;

/**
 * Formats the whole analysis for {@code analysis.json}, as {@code docs/analysis-json.md} describes.
 * Unknown values are null.
 */
final class AnalysisJson {
  /** Version of the format; raised if a name changes or is removed, but not if one is added. */
  private static final int VERSION = 1;

  private static final String METHOD = "PED-ANOVA";

  private AnalysisJson() {}

  /** Return {@code result} as JSON, with confusion matrices from {@code source}. */
  static String of(AnalysisResult result, ConfusionSource source) {
    List<Column<RunMetrics>> metrics = RunTable.metrics(result);
    TradeOffJson tradeOff = new TradeOffJson(result);
    JsonObject tree =
        new JsonObject()
            .with("version", VERSION)
            .with("cost", ResponseVariable.of(result.cost()))
            .with("power_source", result.basis().source().configName())
            .with("carbon", carbon(result.carbon()))
            .with("total", total(result.footprint()))
            .with("best", result.best().map(AnalysisJson::best).orElse(null))
            .with("final_run", result.finalCheck().map(AnalysisJson::check).orElse(null))
            .with(
                "final_run_metrics",
                result.referenceRuns().finalRun().map(run -> run(metrics, run)).orElse(null))
            .with("against_baseline", BaselineJson.of(result))
            .with("pareto", result.tradeOff().frontier().runs())
            .with("frontier", tradeOff.frontier())
            .with("target", tradeOff.target())
            .with("efficiency_peak", tradeOff.peak())
            .with("rankings", tradeOff.rankings())
            .with("repeats", RepeatTable.json(result))
            .with("study_tables", tradeOff.study())
            .with(
                "regressions",
                JsonObject.of(
                    result.regressions(),
                    Regression::response,
                    fit -> RegressionJson.of(fit, result)))
            .with(
                "comparisons",
                JsonObject.of(
                    result.comparisons(),
                    KruskalWallisResult::response,
                    RegressionJson::comparison))
            .with(
                "importance",
                JsonObject.of(
                    result.importances(), Importance::metric, each -> importance(result, each)))
            .with("distributions", DistributionJson.of(result.distributions()))
            .with("runs", result.runs().stream().map(run -> run(metrics, run)).toList())
            .with("confusion", ConfusionJson.of(result, source))
            .with("excluded", result.excluded().stream().map(AnalysisJson::excluded).toList())
            .with("notes", result.notes());
    return Json.lines(tree);
  }

  private static JsonObject carbon(EmissionFactor carbon) {
    return new JsonObject()
        .with("grams_per_kWh", carbon.gramsPerKwh())
        .with("pue", carbon.pue())
        .with("origin", carbon.origin());
  }

  private static JsonObject total(CarbonFootprint all) {
    return new JsonObject()
        .with("runs", all.runs())
        .with("runs_with_energy", all.known())
        .with("energy_Wh", all.energyWh())
        .with("co2e_g", all.co2eGrams());
  }

  private static JsonObject best(Recommendation best) {
    return new JsonObject()
        .with("objective", best.objective().configName())
        .with("parameters", best.configuration().values())
        .with("source", best.source())
        .with("reasons", JsonObject.of(best.choices(), Choice::parameter, Choice::reason))
        .with(
            "decisive",
            best.choices().stream().filter(Choice::decisive).map(Choice::parameter).toList())
        .with("predicted", best.prediction().map(AnalysisJson::prediction).orElse(null))
        .with("predicted_accuracy", best.accuracy().map(AnalysisJson::prediction).orElse(null))
        .with("confidence", confidence(best.confidence()))
        .with("remarks", best.remarks());
  }

  private static JsonObject prediction(ResponsePrediction prediction) {
    return new JsonObject()
        .with("response", prediction.response())
        .with("scale", prediction.scale().configName())
        .with("value", prediction.value())
        .with("low", prediction.low())
        .with("high", prediction.high());
  }

  private static JsonObject confidence(RecommendationConfidence confidence) {
    return new JsonObject()
        .with("value", confidence.value())
        .with("low", confidence.low())
        .with("high", confidence.high())
        .with("indistinguishable", confidence.indistinguishable())
        .with("draws", confidence.draws())
        .with("method", confidence.method());
  }

  private static JsonObject check(FinalRunResult check) {
    return new JsonObject()
        .with("run", check.run())
        .with("measured", check.measured())
        .with("predicted", prediction(check.predicted()))
        .with("within_interval", check.isInside())
        .with("sentence", check.sentence());
  }

  private static JsonObject importance(AnalysisResult result, Importance importance) {
    ImportanceAgreement agreement = ImportanceTable.agreement(result, importance);
    return new JsonObject()
        .with("goal", importance.highest() ? "maximize" : "minimize")
        .with("n", importance.runs())
        .with("n_top", importance.top())
        .with("method", METHOD)
        .with("rank_correlation", agreement.rankCorrelation())
        .with("parameters_compared", agreement.compared())
        .with("parameters", ImportanceTable.parameters(result, importance));
  }

  private static JsonObject run(List<Column<RunMetrics>> metrics, RunMetrics run) {
    return new JsonObject()
        .with("run", run.name())
        .with("parameters", run.configuration().values())
        .with(metrics, run);
  }

  private static JsonObject excluded(String line) {
    int split = line.indexOf(": ");
    return new JsonObject()
        .with("run", line.substring(0, split))
        .with("reason", line.substring(split + 2));
  }
}
