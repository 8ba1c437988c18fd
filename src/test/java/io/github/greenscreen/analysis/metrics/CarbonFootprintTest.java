package io.github.greenscreen.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarbonFootprintTest {
  private static final EmissionFactor CARBON = EmissionFactor.stated(500, 1.2);

  @Test
  void of_runsWithEnergy_addsThemUp() {
    CarbonFootprint all = CarbonFootprint.of(List.of(run(100), run(300)), CARBON);

    assertThat(all).isEqualTo(new CarbonFootprint(2, 2, 400, 240));
    assertThat(all.whose()).isEqualTo("2 runs");
  }

  @Test
  void of_aRunWithoutEnergy_leavesItOutAndSaysSo() {
    CarbonFootprint all = CarbonFootprint.of(List.of(run(100), run(Double.NaN)), CARBON);

    assertThat(all).isEqualTo(new CarbonFootprint(2, 1, 100, 60));
    assertThat(all.whose()).isEqualTo("1 of 2 runs");
  }

  @Test
  void of_runsWithoutEnergy_isUnknownNotZero() {
    CarbonFootprint all = CarbonFootprint.of(List.of(run(Double.NaN)), CARBON);

    assertThat(all.isKnown()).isFalse();
    assertThat(all.energyWh()).isNaN();
    assertThat(all.co2eGrams()).isNaN();
  }

  private static RunMetrics run(double energyWh) {
    return RunMetricsFactory.of(
        SampleRuns.run("001", SampleRuns.configuration("lr", "0.01"), 0.5, 10, energyWh));
  }
}
