package io.github.greenscreen.analysis.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatGroupsTest {

  @Test
  void tolerance_repeats_isTheRepeatabilityLimit() {
    TieTolerance tolerance =
        new RepeatGroups(List.of(run("1", "a", 10), run("2", "a", 12), run("3", "b", 90)))
            .tolerance(RunMetrics::energyWh, 0);

    // One degree of freedom: standard deviation √2, t = 12.7062047, times √2.
    assertThat(tolerance.absolute()).isEqualTo(12.7062047362 * 2, within(1e-6));
    assertThat(tolerance.repeats()).isEqualTo(1);
    assertThat(tolerance.words()).isEqualTo("the spread of 1 repeat");
  }

  @Test
  void tolerance_noRepeats_isTheMetersErrorAlone() {
    TieTolerance tolerance =
        new RepeatGroups(List.of(run("1", "a", 10), run("2", "b", 12)))
            .tolerance(RunMetrics::energyWh, TieTolerance.METER);

    assertThat(tolerance.absolute()).isZero();
    assertThat(tolerance.ties(10, 10.49)).isTrue();
    assertThat(tolerance.ties(10, 10.51)).isFalse();
    assertThat(tolerance.words()).isEqualTo("the meter's error of 5 %");
  }

  @Test
  void tolerance_both_countsTheLarger() {
    TieTolerance tolerance = new TieTolerance(0.05, 2, 3);

    assertThat(tolerance.around(10)).isEqualTo(2);
    assertThat(tolerance.around(100)).isEqualTo(5);
    assertThat(tolerance.words()).isEqualTo("the meter's error of 5 % or the spread of 3 repeats");
  }

  @Test
  void tolerance_noRun_isNothing() {
    assertThat(new RepeatGroups(new ArrayList<>()).tolerance(RunMetrics::energyWh, 0).words())
        .isEmpty();
  }

  private static RunMetrics run(String seed, String value, double energy) {
    return SampleRuns.metrics(
        seed, SampleRuns.configuration("p", value, "seed", seed), 0.5, 10, energy);
  }
}
