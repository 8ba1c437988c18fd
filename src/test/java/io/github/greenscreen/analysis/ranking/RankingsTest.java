package io.github.greenscreen.analysis.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RankingsTest {

  @Test
  void highest_ties_areBrokenByName() {
    assertThat(Rankings.highest(runs(0.5, 0.7, 0.5, 0.7), RunMetrics::accuracy))
        .extracting(RunMetrics::name)
        .containsExactly("002", "004", "001", "003");
  }

  @Test
  void lowest_missing_isNotRanked() {
    assertThat(Rankings.lowest(runs(0.5, Double.NaN, 0.2), RunMetrics::accuracy))
        .extracting(RunMetrics::name)
        .containsExactly("003", "001");
  }

  @Test
  void highest_manyRuns_namesFive() {
    assertThat(Rankings.highest(runs(.1, .2, .3, .4, .5, .6, .7), RunMetrics::accuracy))
        .extracting(RunMetrics::name)
        .containsExactly("007", "006", "005", "004", "003");
  }

  private static List<RunMetrics> runs(double... accuracies) {
    List<RunMetrics> runs = new ArrayList<>();
    for (double accuracy : accuracies) {
      String name = String.format(Locale.ROOT, "%03d", runs.size() + 1);
      runs.add(SampleRuns.metrics(name, SampleRuns.configuration("p", "a"), accuracy, 10, 1));
    }
    return runs;
  }
}
