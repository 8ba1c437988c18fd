package io.github.greenscreen.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.ExpectedNumbers;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RegressionPredictorTest {

  @Test
  void predict_runsOfTheModel_equalsR() {
    List<RunMetrics> runs =
        LinearModelTest.synthetic().stream().map(RunMetricsFactory::of).toList();
    RegressionFitter regressions = new RegressionFitter(runs, runs.get(0).configuration());
    regressions.explain("seconds", RunMetrics::seconds);
    RegressionPredictor predictor = regressions.predictor("seconds").orElseThrow();
    Map<String, ResponsePrediction> predictions = new LinkedHashMap<>();
    for (RunMetrics run : runs.subList(0, 3)) {
      predictions.put(run.name(), predictor.predict(run.configuration()).orElseThrow());
    }

    ExpectedNumbers.checkPredictions("synthetic-expected.csv", predictions);
  }

  @Test
  void predict_valueThatNoRunHas_isUnknown() {
    assertThat(predictor(20, 1).predict(SampleRuns.configuration("p", "z", "q", "x"))).isEmpty();
  }

  @Test
  void predict_combinationOfAliasedValues_isUnknown() {
    List<RunMetrics> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String value = i % 2 == 0 ? "a" : "b";
      runs.add(run(i, SampleRuns.configuration("p", value, "q", value), 5 + i % 3));
    }
    RegressionFitter regressions = new RegressionFitter(runs, runs.get(0).configuration());
    regressions.explain("energy_Wh", RunMetrics::energyWh);
    RegressionPredictor predictor = regressions.predictor("energy_Wh").orElseThrow();

    assertThat(predictor.predict(whole("p", "b", "q", "b"))).isPresent();
    assertThat(predictor.predict(whole("p", "b", "q", "a"))).isEmpty();
  }

  @Test
  void predict_newRuns_fallIntoTheIntervalInNineteenOfTwentySweeps() {
    int inside = 0;
    Random random = new Random(5);
    for (int sweep = 0; sweep < 1000; sweep++) {
      ResponsePrediction prediction =
          predictor(20, random.nextLong()).predict(whole("p", "b", "q", "y")).orElseThrow();
      inside += prediction.contains(15 + random.nextGaussian()) ? 1 : 0;
    }

    assertThat(inside / 1000.0).isBetween(0.93, 0.97);
  }

  @Test
  void confidence_clearlyWorseRuns_areToldApart() {
    List<RunMetrics> runs = runs(40, new Random(9));
    RecommendationConfidence confidence =
        additive(runs).confidence(whole("p", "a", "q", "x"), runs, false, 500).orElseThrow();

    assertThat(confidence.value()).isBetween(confidence.low(), confidence.high());
    assertThat(confidence.high() - confidence.low()).isBetween(0.3, 3.0);
    Map<String, String> values = new LinkedHashMap<>();
    runs.forEach(run -> values.put(run.name(), run.configuration().get("p")));
    assertThat(confidence.indistinguishable())
        .isNotEmpty()
        .allMatch(name -> values.get(name).equals("a"))
        .hasSize((int) values.values().stream().filter("a"::equals).count());
  }

  /** Value b of p costs 5 more than a; q changes nothing. */
  private static RegressionPredictor predictor(int count, long seed) {
    return additive(runs(count, new Random(seed)));
  }

  static RegressionPredictor additive(List<RunMetrics> runs) {
    RegressionFitter regressions = new RegressionFitter(runs, runs.get(0).configuration());
    regressions.explain("energy_Wh", RunMetrics::energyWh);
    return regressions.predictor("energy_Wh").orElseThrow();
  }

  private static List<RunMetrics> runs(int count, Random random) {
    List<RunMetrics> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String p = i % 2 == 0 ? "a" : "b";
      String q = i % 4 < 2 ? "x" : "y";
      double energy = 10 + (p.equals("b") ? 5 : 0) + random.nextGaussian();
      runs.add(run(i, SampleRuns.configuration("p", p, "q", q), energy));
    }
    return runs;
  }

  private static RunMetrics run(int number, Configuration configuration, double energy) {
    return SampleRuns.metrics("" + (100 + number), configuration, 0.5, 10, energy);
  }

  static Configuration whole(String... values) {
    return SampleRuns.configuration(values)
        .with("seed", "22")
        .with("epochs", "1")
        .with("dataset", "shapes");
  }
}
