package io.github.greenscreen.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunEnergyTest {
  @Test
  void unknown_isNotZeroAndNotComplete() {
    RunEnergy energy = RunEnergy.UNKNOWN;

    assertThat(energy.grossWh()).isNaN();
    assertThat(energy.netWh()).isNaN();
    assertThat(energy.idlePowerW()).isNaN();
    assertThat(energy.isComplete()).isFalse();
    assertThat(energy.incomplete()).isEmpty();
  }

  @Test
  void sharing_addsTheReason() {
    RunEnergy energy = new RunEnergy(12.5, 36.25, 12.25, 99.5, "");
    assertThat(energy.isComplete()).isTrue();
    assertThat(energy.sharing("")).isEqualTo(energy);

    RunEnergy shared = energy.sharing("2 runs share GPU 0");

    assertThat(shared.isComplete()).isFalse();
    assertThat(shared.incomplete()).isEqualTo("2 runs share GPU 0");
    assertThat(shared.sharing("lost").incomplete()).isEqualTo("2 runs share GPU 0; lost");
  }
}
