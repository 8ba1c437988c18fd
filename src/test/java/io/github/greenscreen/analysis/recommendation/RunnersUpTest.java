package io.github.greenscreen.analysis.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.recommendation.Recommendation.RunnerUp;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunnersUpTest {
  private static final List<RunMetrics> RUNS =
      List.of(
          run("001", 0.50, 9, "p", "a"),
          run("002", 0.70, 4, "p", "b", "seed", "1"),
          run("003", 0.80, 8, "p", "b", "seed", "2", "epochs", "5"),
          run("004", 0.60, 5, "p", "c"),
          run("005", 0.65, 5, "p", "d"));

  @Test
  void of_lowObjective_ranksConfigurationsByTheirMeans() {
    assertThat(of(RecommendationObjective.ENERGY, "p", "e"))
        .containsExactly("004", "005", "002", "001");
  }

  @Test
  void of_highObjective_leavesOutTheRecommendedOne() {
    assertThat(of(RecommendationObjective.ACCURACY, "p", "b", "epochs", "50"))
        .containsExactly("005", "004", "001");
  }

  private static List<String> of(RecommendationObjective objective, String... best) {
    Configuration recommended = SampleRuns.configuration(best);
    return RunnersUp.of(RUNS, recommended, objective, Cost.ENERGY).stream()
        .map(RunnerUp::run)
        .toList();
  }

  private static RunMetrics run(String name, double accuracy, double energyWh, String... values) {
    return SampleRuns.metrics(name, SampleRuns.configuration(values), accuracy, 100, energyWh);
  }
}
