package io.github.greenscreen.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.analysis.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegacyIntervalEnergyTest {

  @Test
  void meanWh_averagesPowerTimesTimeSinceTheRowBefore() {
    double mean =
        LegacyIntervalEnergy.meanWh(
            List.of(
                SampleRuns.old("pre", 0, 0, 1000),
                SampleRuns.old("0", 100, 0.1, 36),
                SampleRuns.old("post", 110, 0, 180)));

    assertThat(mean).isCloseTo((1 + 0.5) / 2, within(1e-12));
  }

  @Test
  void meanWh_powerMissing_isUnknown() {
    assertThat(
            LegacyIntervalEnergy.meanWh(
                List.of(
                    SampleRuns.old("pre", 0, 0, 10), SampleRuns.old("0", 100, 0.1, Double.NaN))))
        .isNaN();
  }

  @Test
  void meanWh_clockRunsBackwards_isUnknown() {
    assertThat(
            LegacyIntervalEnergy.meanWh(
                List.of(SampleRuns.old("pre", 100, 0, 10), SampleRuns.old("0", 0, 0.1, 10))))
        .isNaN();
  }

  @Test
  void meanWh_noInterval_isUnknown() {
    assertThat(LegacyIntervalEnergy.meanWh(List.of())).isNaN();
    assertThat(LegacyIntervalEnergy.meanWh(List.of(SampleRuns.old("pre", 0, 0, 10)))).isNaN();
  }

  @Test
  void meanWh_rowsKnowTheirEnergy_meansNothing() {
    assertThat(
            LegacyIntervalEnergy.meanWh(
                List.of(SampleRuns.old("pre", 0, 0, 10), SampleRuns.epoch(0, 0.1, 60, 2))))
        .isNaN();
  }
}
