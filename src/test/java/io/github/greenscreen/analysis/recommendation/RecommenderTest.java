package io.github.greenscreen.analysis.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.regression.RecommendationConfidence;
import io.github.greenscreen.analysis.regression.ResponseScale;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.summary.AnalysisText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Expected values that adding up effects would make impossible. */
class RecommenderTest {
  private static final String ON_THE_LOG_SCALE =
      "The additive prediction of energy or its interval falls below zero, so the expected energy is"
          + " the median from a regression on the log scale.";

  @Test
  void recommend_effectsThatMultiply_expectsTheMedianOfTheLogScale() {
    Recommendation best = best(multiplied(0.03), RecommendationObjective.ENERGY);

    assertThat(best.configuration().get("size")).isEqualTo("128");
    assertThat(best.configuration().get("internal")).isEqualTo("jit");
    assertThat(best.prediction().orElseThrow().scale()).isEqualTo(ResponseScale.LOG);
    assertThat(best.prediction().orElseThrow().value()).isBetween(14.0, 14.6);
    assertThat(best.confidence().value()).isEqualTo(best.prediction().orElseThrow().value());
    assertThat(best.remarks()).containsExactly(ON_THE_LOG_SCALE);
  }

  @Test
  void recommend_possibleSum_hasNothingToRemark() {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      runs.add(run(i, i % 2 == 0 ? "1" : "128", "None", 0.5, 20 - 10 * (i % 2) + 0.1 * (i % 3)));
    }

    Recommendation best = best(runs, RecommendationObjective.ENERGY);

    assertThat(best.prediction().orElseThrow().scale()).isEqualTo(ResponseScale.LINEAR);
    assertThat(best.remarks()).isEmpty();
  }

  @Test
  void recommend_noScaleCanPredict_namesTheNearestRun() {
    List<RunRecord> runs = new ArrayList<>(multiplied(0));
    runs.add(run(11, "128", "jit", 0.5, 22 * 520 / 800.0));
    AnalysisResult result = Analysis.of(runs, AnalysisOptions.none());

    Recommendation best = result.best().orElseThrow();

    assertThat(best.prediction()).isEmpty();
    assertThat(best.remarks())
        .containsExactly(
            "The additive prediction of energy or its interval falls below zero, and the runs do"
                + " not allow a regression on the log scale; compare run 012, the nearest.");
    assertThat(best.confidence().value()).isEqualTo(22 * 520 / 800.0);
    assertThat(AnalysisText.all(result))
        .doesNotContain("Expected energy")
        .contains("Energy of the best: 14.30 Wh, 95 % interval 13.59 Wh to 15.02 Wh (the meter's");
  }

  @Test
  void recommend_accuraciesNearOne_stayBelowIt() {
    List<RunRecord> runs = new ArrayList<>();
    double[] accuracies = {0.9, 0.99, 0.97, 0.999, 0.91, 0.985, 0.965, 0.998};
    for (int i = 0; i < accuracies.length; i++) {
      runs.add(run(i, i % 2 == 0 ? "1" : "128", i % 4 < 2 ? "None" : "jit", accuracies[i], 5));
    }

    Recommendation best = best(runs, RecommendationObjective.ACCURACY);

    assertThat(best.accuracy().orElseThrow().scale()).isEqualTo(ResponseScale.LOGIT);
    assertThat(best.accuracy().orElseThrow().high()).isBetween(0.998, 1.0);
    assertThat(best.confidence().high()).isBetween(0.998, 1.0);
    assertThat(best.remarks())
        .containsExactly(
            "The additive prediction of accuracy or its interval leaves 0 to 100 %, so the expected"
                + " accuracy is the median from a regression on the logit scale.");
  }

  @Test
  void recommend_repeatsThatSpreadWidely_hasAnIntervalWithinTheRange() {
    List<RunRecord> runs = new ArrayList<>();
    double[] energies = {1, 9, 4};
    double[] accuracies = {0.99, 0.2, 0.6};
    for (int i = 0; i < energies.length; i++) {
      runs.add(run(i, "1", "None", accuracies[i], energies[i]));
    }

    RecommendationConfidence energy = best(runs, RecommendationObjective.ENERGY).confidence();
    RecommendationConfidence accuracy = best(runs, RecommendationObjective.ACCURACY).confidence();

    assertThat(energy.value()).isEqualTo(1);
    assertThat(energy.low()).isZero();
    assertThat(energy.high()).isGreaterThan(9);
    assertThat(accuracy.value()).isEqualTo(0.99);
    assertThat(accuracy.low()).isZero();
    assertThat(accuracy.high()).isEqualTo(1);
  }

  @Test
  void finalRun_predictedOnTheLogScale_saysSo() {
    List<RunRecord> runs = new ArrayList<>(multiplied(0.03));
    List<EpochRow> rows =
        List.of(SampleRuns.epoch(0, 0.5, 100, 14), SampleRuns.epoch(1, 0.5, 100, 15));
    runs.add(
        SampleRuns.with(
            SampleRuns.with(run(50, "128", "jit", 0.5, 14), OptionalInt.of(2), rows),
            SampleRuns.status(RunState.COMPLETED, "", RunPurpose.FINAL)));

    FinalRunResult check = Analysis.of(runs, AnalysisOptions.none()).finalCheck().orElseThrow();

    assertThat(check.isInside()).isTrue();
    assertThat(check.predicted().low()).isPositive();
    assertThat(check.sentence())
        .startsWith("The final run 051 measured energy 29.000 Wh; the prediction was 28.")
        .endsWith(", on the log scale (predicted for 1 epochs, scaled to 2): within the interval.");
  }

  /** Batches of one image cost a lot, large ones little; compiling saves a share. */
  private static List<RunRecord> multiplied(double noise) {
    List<RunRecord> runs = new ArrayList<>();
    double[] draws = {1, -1, 0.5, -1, 0.5, 1, 0, 0.5, -1.5};
    for (int i = 0; i < draws.length; i++) {
      double energyWh = i % 3 == 0 ? 800 : i % 3 == 1 ? 520 : 22;
      String size = i % 3 < 2 ? "1" : "128";
      runs.add(run(i, size, i % 3 == 1 ? "jit" : "None", 0.5, energyWh * (1 + noise * draws[i])));
    }
    return runs;
  }

  private static RunRecord run(
      int number, String size, String internal, double accuracy, double energyWh) {
    return SampleRuns.run(
        String.format(Locale.ROOT, "%03d", number + 1),
        SampleRuns.configuration("size", size, "internal", internal),
        accuracy,
        100,
        energyWh);
  }

  private static Recommendation best(List<RunRecord> runs, RecommendationObjective objective) {
    return Analysis.of(runs, AnalysisOptions.none().withObjective(objective)).best().orElseThrow();
  }
}
