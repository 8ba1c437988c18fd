package io.github.greenscreen.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunEnergyTest {
  @Test
  void of_netEnergyBelowZero_isUnknown() {
    RunEnergy energy = new RunEnergy(0.5, 60, -0.5, 100, "");

    assertThat(energy.netWh()).isNaN();
    assertThat(energy.isLessThanIdle()).isTrue();
    assertThat(new RunEnergy(12.5, 36.25, 12.25, 80, "").isLessThanIdle()).isFalse();
  }

  @Test
  void of_noEnergyAtAll_isIncompleteWithTheReason() {
    assertThat(new RunEnergy(0, Double.NaN, Double.NaN, 100, "").incomplete())
        .isEqualTo("the recorded energy is zero");
    assertThat(new RunEnergy(-3, Double.NaN, Double.NaN, 100, "").incomplete())
        .isEqualTo("the recorded energy is below zero");
    assertThat(new RunEnergy(0, Double.NaN, Double.NaN, 50, "samples lost").incomplete())
        .isEqualTo("samples lost");
  }

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
