package io.github.greenscreen.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.SharedData;
import io.github.greenscreen.analysis.ExpectedNumbers;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class BoundedPredictorTest {
  @Test
  void predict_accuracyOutsideItsRange_equalsRsLogitScale() {
    List<RunMetrics> runs =
        LinearModelTest.synthetic().stream().map(RunMetricsFactory::of).toList();

    assertThat(
            checked(
                "synthetic-expected.csv", runs, "val_accuracy", BoundedPredictorTest::valAccuracy))
        .isEqualTo(2);
  }

  @Test
  void predict_energyOfTheStudyBelowZero_equalsRsLogScale() {
    List<RunMetrics> runs =
        new RunStore(SharedData.folder("data/study"))
            .readAll().stream().map(RunMetricsFactory::of).toList();

    // Added up, the effects on the baseline, run 001, stay far above zero.
    assertThat(checked("study-expected.csv", runs, "energy_Wh", RunMetrics::energyWh)).isEqualTo(2);
  }

  @Test
  void predict_effectsThatMultiply_isTheMedianAboveZero() {
    List<RunMetrics> runs = multiplied(0.03);
    BoundedPredictor predictor = predictor(runs, "energy_Wh", RunMetrics::energyWh);
    Configuration best = whole("128", "jit");

    assertThat(RegressionPredictorTest.additive(runs).predict(best).orElseThrow().value())
        .isBetween(-260.0, -220.0);
    ResponsePrediction prediction = predictor.predict(best).orElseThrow();
    assertThat(prediction.scale()).isEqualTo(ResponseScale.LOG);
    // 22 Wh less the share that compiling saves at batches of one image, 1 − 520 ÷ 800.
    assertThat(prediction.value()).isCloseTo(22 * 520 / 800.0, within(0.5));
    assertThat(prediction.low()).isBetween(10.0, prediction.value());
    assertThat(prediction.high()).isBetween(prediction.value(), 20.0);
    RecommendationConfidence sure = predictor.confidence(best, runs, false, 500).orElseThrow();
    assertThat(sure.value()).isEqualTo(prediction.value());
    assertThat(sure.low()).isBetween(prediction.low(), sure.value());
    assertThat(sure.high()).isBetween(sure.value(), prediction.high());
    assertThat(sure.method())
        .isEqualTo(
            "residual bootstrap of the regression of energy_Wh on the log scale, 500 resamples");
  }

  @Test
  void predict_possibleSum_staysAdditive() {
    List<RunMetrics> runs = multiplied(0.03);
    ResponsePrediction prediction =
        predictor(runs, "energy_Wh", RunMetrics::energyWh)
            .predict(whole("1", "None"))
            .orElseThrow();

    assertThat(prediction)
        .isEqualTo(
            RegressionPredictorTest.additive(runs).predict(whole("1", "None")).orElseThrow());
    assertThat(prediction.scale()).isEqualTo(ResponseScale.LINEAR);
  }

  @Test
  void predict_logarithmExplainsAllExactly_isImpossible() {
    List<RunMetrics> runs = new ArrayList<>(multiplied(0));
    runs.add(run(10, "128", "jit", 0.5, 22 * 520 / 800.0));
    BoundedPredictor predictor = predictor(runs, "energy_Wh", RunMetrics::energyWh);

    assertThat(predictor.predict(whole("128", "jit"))).isEmpty();
    assertThat(predictor.confidence(whole("128", "jit"), List.of(), false, 100)).isEmpty();
    assertThat(predictor.isImpossible(whole("128", "jit"))).isTrue();
    assertThat(predictor.isImpossible(whole("64", "jit"))).as("a value that no run has").isFalse();
  }

  @Test
  void predict_zeroHasNoLogarithm_isImpossible() {
    BoundedPredictor predictor =
        predictor(
            multiplied(0.03), "efficiency", run -> run.name().equals("109") ? 0 : run.energyWh());

    assertThat(predictor.isImpossible(whole("128", "jit"))).isTrue();
  }

  @Test
  void predict_accuraciesOfZeroAndOne_stayInTheirRange() {
    List<RunMetrics> runs = new ArrayList<>();
    double[] accuracies = {0, 1, 0.02, 1, 0, 0.98, 0.01, 1};
    for (int i = 0; i < accuracies.length; i++) {
      runs.add(run(i, i % 2 == 0 ? "1" : "128", i % 4 < 2 ? "None" : "jit", accuracies[i], 5));
    }

    ResponsePrediction prediction =
        predictor(runs, "val_accuracy", BoundedPredictorTest::valAccuracy)
            .predict(whole("128", "jit"))
            .orElseThrow();

    assertThat(prediction.scale()).isEqualTo(ResponseScale.LOGIT);
    assertThat(prediction.value()).isBetween(0.95, 1.0);
    assertThat(prediction.low()).isBetween(0.5, prediction.value());
    assertThat(prediction.high()).isEqualTo(1);
  }

  /** Compare the predictions that leave the linear scale with R, and return how many there are. */
  private static int checked(
      String file, List<RunMetrics> runs, String response, ToDoubleFunction<RunMetrics> number) {
    BoundedPredictor predictor = predictor(runs, response, number);
    int compared = 0;
    for (RunMetrics run : runs.subList(0, 3)) {
      ResponsePrediction found = predictor.predict(run.configuration()).orElseThrow();
      if (found.scale() != ResponseScale.LINEAR) {
        ExpectedNumbers.checkBounded(file, run.name(), found);
        compared++;
      }
    }
    return compared;
  }

  /** Batches of one image cost a lot, large ones little; compiling saves a share. */
  private static List<RunMetrics> multiplied(double noise) {
    List<RunMetrics> runs = new ArrayList<>();
    double[] draws = {1, -1, 0.5, -1, 0.5, 1, 0, 0.5, -1.5};
    for (int i = 0; i < draws.length; i++) {
      double factor = 1 + noise * draws[i];
      String size = i % 3 < 2 ? "1" : "128";
      String internal = i % 3 == 1 ? "jit" : "None";
      double energy = i % 3 == 0 ? 800 : i % 3 == 1 ? 520 : 22;
      runs.add(run(i + 1, size, internal, 0.5, energy * factor));
    }
    return runs;
  }

  private static RunMetrics run(
      int number, String size, String internal, double accuracy, double energyWh) {
    Configuration configuration = SampleRuns.configuration("size", size, "internal", internal);
    return SampleRuns.metrics("" + (100 + number), configuration, accuracy, 10, energyWh);
  }

  private static BoundedPredictor predictor(
      List<RunMetrics> runs, String response, ToDoubleFunction<RunMetrics> number) {
    RegressionFitter regressions = new RegressionFitter(runs, runs.get(0).configuration());
    regressions.explain(response, number);
    return regressions.boundedPredictor(response).orElseThrow();
  }

  private static Configuration whole(String size, String internal) {
    return RegressionPredictorTest.whole("size", size, "internal", internal);
  }

  private static double valAccuracy(RunMetrics run) {
    return run.detail().valAccuracy();
  }
}
