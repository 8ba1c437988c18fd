package io.github.greenscreen.analysis.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.github.greenscreen.analysis.ExpectedNumbers;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KruskalWallisTest {

  @Test
  void of_synthetic_equalsR() {
    List<RunMetrics> runs =
        LinearModelTest.synthetic().stream().map(RunMetricsFactory::of).toList();
    List<Configuration> configurations = runs.stream().map(RunMetrics::configuration).toList();
    List<Factor> factors =
        RegressionFitter.parameters(configurations.get(0), configurations).stream()
            .map(name -> Factor.of(name, configurations, configurations.get(0)))
            .filter(factor -> factor.levels().size() > 1)
            .toList();
    double[] seconds = runs.stream().mapToDouble(RunMetrics::seconds).toArray();

    ExpectedNumbers.checkComparison(
        "synthetic-expected.csv", KruskalWallis.of("seconds", seconds, factors));
  }

  @Test
  void of_ties_areCorrectedFor() {
    List<Configuration> runs =
        List.of("a", "a", "b", "b", "b").stream()
            .map(value -> SampleRuns.configuration("p", value))
            .toList();
    Factor factor = Factor.of("p", runs, runs.get(0));

    KruskalWallisResult.Test test =
        KruskalWallis.of("y", new double[] {1, 1, 1, 2, 2}, List.of(factor)).tests().get(0);

    // R: kruskal.test(c(1, 1, 1, 2, 2), c("a", "a", "b", "b", "b"))
    assertThat(test.statistic()).isCloseTo(1.7777778, offset(1e-6));
    assertThat(test.degreesOfFreedom()).isEqualTo(1);
  }
}
