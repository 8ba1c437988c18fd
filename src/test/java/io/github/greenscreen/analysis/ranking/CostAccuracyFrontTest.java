package io.github.greenscreen.analysis.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostAccuracyFrontTest {

  @Test
  void of_dominatedRuns_areLeftOut() {
    CostAccuracyFront frontier =
        front(run("1", 0.5, 10), run("2", 0.4, 20), run("3", 0.8, 30), run("4", 0.9, 100));

    assertThat(frontier.runs()).containsExactly("1", "3", "4");
    assertThat(frontier.referenceCost()).isEqualTo(100);
    // 50 % × 90 Wh below run 1, 30 % × 70 Wh more below run 3; run 4 costs as much as the
    // reference.
    assertThat(frontier.hypervolume()).isEqualTo(50 * 90 + 30 * 70, within(1e-9));
  }

  @Test
  void of_front_bendsAtTheKnee() {
    assertThat(front(run("1", 0.5, 10), run("2", 0.8, 20), run("3", 0.9, 100)).knee())
        .contains("2");
    assertThat(front(run("1", 0.5, 10), run("3", 0.9, 100)).knee()).isEmpty();
    assertThat(front(run("1", 0.5, 10), run("2", 0.52, 80), run("3", 0.9, 100)).knee()).isEmpty();
  }

  @Test
  void of_unknownCostOrAccuracy_haveNoPart() {
    CostAccuracyFront frontier =
        front(run("1", 0.5, Double.NaN), run("2", Double.NaN, 3), run("3", 0.1, 10));

    assertThat(frontier.runs()).containsExactly("3");
  }

  @Test
  void of_nothingKnown_isEmpty() {
    CostAccuracyFront frontier = front(run("1", 0.5, Double.NaN));

    assertThat(frontier.runs()).isEmpty();
    assertThat(frontier.hypervolume()).isNaN();
    assertThat(frontier.knee()).isEmpty();
  }

  private static CostAccuracyFront front(RunMetrics... runs) {
    return CostAccuracyFront.of(List.of(runs), Cost.ENERGY);
  }

  private static RunMetrics run(String name, double accuracy, double energy) {
    return SampleRuns.metrics(name, SampleRuns.configuration("p", "a"), accuracy, 10, energy);
  }
}
