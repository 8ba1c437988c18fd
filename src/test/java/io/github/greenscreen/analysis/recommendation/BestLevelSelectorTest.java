package io.github.greenscreen.analysis.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.analysis.recommendation.Recommendation.Choice;
import io.github.greenscreen.analysis.regression.ResponsePrediction;
import io.github.greenscreen.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class BestLevelSelectorTest {

  @Test
  void of_parameterThatMatters_takesTheLowestCoefficient() {
    AnalysisResult result = Analysis.of(runs(), AnalysisOptions.none());

    Recommendation best = result.best().orElseThrow();
    assertThat(best.configuration().values())
        .containsExactlyInAnyOrderEntriesOf(
            SampleRuns.configuration(
                    "size", "64", "rate", "0.1", "model", "m", "seed", "22", "epochs", "1",
                    "dataset", "shapes")
                .values());
    assertThat(best.source()).isEqualTo("010");
    assertThat(best.choices()).extracting(Choice::parameter).startsWith("size", "rate", "model");
    assertThat(best.choices())
        .filteredOn(Choice::decisive)
        .extracting(Choice::parameter)
        .containsExactly("size");
    assertThat(best.choices().get(0).reason())
        .isEqualTo(
            "size affects the energy (adjusted p = 2.7e-20): 64 needs 6.000 Wh less than 16.");
    assertThat(best.choices().get(1).reason())
        .isEqualTo(
            "rate has no clear effect on the energy (adjusted p = 1.000): 0.1 is the value of run"
                + " 010, the most efficient one.");
    assertThat(best.choices().get(2).reason()).isEqualTo("model is the same in all runs.");
  }

  @Test
  void of_baselineIsCheapest_keepsIt() {
    List<RunRecord> reversed = new ArrayList<>();
    for (RunRecord run : runs()) {
      String size = run.plan().configuration().get("size").equals("64") ? "16" : "64";
      reversed.add(
          SampleRuns.run(
              run.name(),
              run.plan().configuration().with("size", size),
              0.5,
              100,
              18 - RunMetricsFactory.of(run).energyWh()));
    }

    Choice size =
        Analysis.of(reversed, AnalysisOptions.none()).best().orElseThrow().choices().get(0);

    assertThat(size.value()).isEqualTo("64");
    assertThat(size.reason()).contains("no value needs less than 64.");
  }

  @Test
  void of_minimumAccuracy_borrowsFromAnAccurateRun() {
    AnalysisOptions options = new AnalysisOptions(OptionalDouble.of(0.75));

    Recommendation best = Analysis.of(runs(), options).best().orElseThrow();

    assertThat(best.source()).isEqualTo("003");
    assertThat(best.configuration().get("rate")).isEqualTo("0.01");
    assertThat(best.configuration().get("size")).isEqualTo("16");
    assertThat(best.choices().get(0).reason())
        .isEqualTo(
            "Run 003 is the best run that reached 75.00 %; the values with the best "
                + "effects are together expected to reach 53.13 %.");
    assertThat(best.confidence().indistinguishable()).containsExactly("003");
  }

  @Test
  void of_minimumThatTheCombinationIsExpectedToReach_keepsIt() {
    Recommendation best =
        Analysis.of(runs(), new AnalysisOptions(OptionalDouble.of(0.4))).best().orElseThrow();

    assertThat(best.configuration().get("size")).isEqualTo("64");
    assertThat(best.accuracy().orElseThrow().value()).isGreaterThan(0.4);
  }

  @Test
  void of_energy_predictsWhatOneMoreRunWouldTake() {
    Recommendation best = Analysis.of(runs(), AnalysisOptions.none()).best().orElseThrow();

    ResponsePrediction prediction = best.prediction().orElseThrow();
    assertThat(prediction.response()).isEqualTo("energy_Wh");
    assertThat(prediction.value()).isBetween(5.9, 6.1);
    assertThat(prediction.contains(6.1)).isTrue();
    assertThat(prediction.contains(7)).isFalse();
    assertThat(best.confidence().low()).isBetween(5.8, 6.0);
    assertThat(best.confidence().indistinguishable())
        .containsExactly("002", "004", "006", "008", "010", "012", "014", "016");
  }

  @Test
  void of_accuracy_takesTheMostAccurateRunAndTheBestEffects() {
    AnalysisOptions options =
        AnalysisOptions.none().withObjective(RecommendationObjective.ACCURACY);

    Recommendation best = Analysis.of(runs(), options).best().orElseThrow();

    assertThat(best.objective()).isEqualTo(RecommendationObjective.ACCURACY);
    assertThat(best.source()).isEqualTo("003");
    assertThat(best.prediction().orElseThrow().response()).isEqualTo("val_accuracy");
    assertThat(best.choices().get(0).reason())
        .startsWith("size has no clear effect on the accuracy (adjusted p = ")
        .endsWith("): 16 is the value of run 003, the most accurate one.");
  }

  @Test
  void of_efficiency_takesTheHighestCoefficient() {
    AnalysisOptions options =
        AnalysisOptions.none().withObjective(RecommendationObjective.EFFICIENCY);

    Recommendation best = Analysis.of(runs(), options).best().orElseThrow();

    assertThat(best.configuration().get("size")).isEqualTo("64");
    assertThat(best.choices().get(0).decisive()).isTrue();
    assertThat(best.choices().get(0).reason()).contains(" %/Wh more than 16.");
  }

  @Test
  void of_power_takesTheLowestCoefficient() {
    AnalysisOptions options = AnalysisOptions.none().withObjective(RecommendationObjective.POWER);

    Recommendation best = Analysis.of(runs(), options).best().orElseThrow();

    assertThat(best.configuration().get("size")).isEqualTo("64");
    assertThat(best.prediction().orElseThrow().response()).isEqualTo("power_W");
    assertThat(best.choices().get(0).reason()).contains("affects the mean power");
  }

  @Test
  void of_minimumAccuracyThatNoRunReaches_isEmptyAndNamesTheBest() {
    AnalysisResult result = Analysis.of(runs(), new AnalysisOptions(OptionalDouble.of(0.95)));

    assertThat(result.best()).isEmpty();
    assertThat(result.notes())
        .contains(
            "No best configuration: no run reaches the minimum accuracy of 0.95; the best reaches"
                + " 0.8000.");
  }

  @Test
  void of_noRegression_borrowsEverything() {
    AnalysisResult result = Analysis.of(runs().subList(0, 2), AnalysisOptions.none());

    Recommendation best = result.best().orElseThrow();
    assertThat(best.choices()).noneMatch(Choice::decisive);
    assertThat(best.prediction()).isEmpty();
    assertThat(best.confidence().method()).isEqualTo("the meter's error of 5 %");
    assertThat(best.confidence().indistinguishable()).containsExactly("002");
    assertThat(best.choices().get(0).reason())
        .isEqualTo(
            "Without a regression, there is no evidence for an effect of size: 64 is the "
                + "value of run 002, the most efficient one.");
  }

  /** Sixteen runs: size 64 saves 6 Wh, rate has no effect; 003 is the most accurate. */
  private static List<RunRecord> runs() {
    double[] noise = {.1, -.1, -.1, .1};
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      String size = i % 2 == 0 ? "16" : "64";
      String rate = i / 2 % 2 == 0 ? "0.1" : "0.01";
      double energy = (i % 2 == 0 ? 12 : 6) + noise[i / 4 % 4] * (i % 8 < 4 ? 1 : -1);
      double accuracy = i == 2 ? 0.8 : i == 9 ? 0.7 : 0.5;
      runs.add(
          SampleRuns.run(
              String.format(Locale.ROOT, "%03d", i + 1),
              SampleRuns.configuration("size", size, "rate", rate, "model", "m"),
              accuracy,
              100,
              energy));
    }
    return runs;
  }
}
