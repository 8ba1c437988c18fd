package io.github.greenscreen.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunEnergyTest {
  private static final RunStatus WAITING =
      RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty());

  @Test
  void of_whatToFactsWrote_isTheSame() {
    RunEnergy energy = new RunEnergy(12.5, 36.25, 12.25, 99.5, "");
    RunEnergy incomplete = new RunEnergy(12.5, 36.25, 12.25, 80, "samples were lost");

    assertThat(RunEnergy.of(status(energy.toFacts()))).isEqualTo(energy);
    assertThat(energy.isComplete()).isTrue();
    assertThat(RunEnergy.of(status(incomplete.toFacts()))).isEqualTo(incomplete);
    assertThat(incomplete.isComplete()).isFalse();
  }

  @Test
  void toFacts_spellsNamesAndUnits() {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("power_coverage_percent", "80.0");
    expected.put("energy_gross_Wh", "12.500000");
    expected.put("energy_net_Wh", "12.250000");
    expected.put("idle_power_W", "36.25");
    expected.put("energy_incomplete", "lost");

    assertThat(new RunEnergy(12.5, 36.25, 12.25, 80, "lost").toFacts())
        .containsExactlyEntriesOf(expected);
  }

  @Test
  void of_netEnergyBelowZero_isUnknown() {
    RunEnergy energy = new RunEnergy(0.5, 60, -0.5, 100, "");

    assertThat(energy.netWh()).isNaN();
    assertThat(energy.isLessThanIdle()).isTrue();
    assertThat(energy.toFacts()).containsEntry("energy_net_Wh", "N/A");
    assertThat(RunEnergy.of(status(energy.toFacts()))).isEqualTo(energy);
    assertThat(
            RunEnergy.of(
                status(
                    Map.of(
                        "energy_gross_Wh", "0.5", "idle_power_W", "60", "energy_net_Wh", "-0.5"))))
        .satisfies(read -> assertThat(read.netWh()).isNaN())
        .satisfies(read -> assertThat(read.isComplete()).isTrue());
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
  void toFacts_withoutIdlePower_saysNothingOfNet() {
    assertThat(new RunEnergy(12.5, Double.NaN, Double.NaN, 100, "").toFacts())
        .containsOnlyKeys("power_coverage_percent", "energy_gross_Wh");
  }

  @Test
  void of_statusWithoutEnergy_isUnknownAndNotZero() {
    RunEnergy energy = RunEnergy.of(WAITING);

    assertThat(energy.grossWh()).isNaN();
    assertThat(energy.netWh()).isNaN();
    assertThat(energy.idlePowerW()).isNaN();
    assertThat(energy.isComplete()).isFalse();
    assertThat(energy.incomplete()).isEmpty();
  }

  @Test
  void idleFacts_ofAWaitingRun_areRead() {
    assertThat(RunEnergy.of(status(RunEnergy.idleFacts(36.1234))).idlePowerW()).isEqualTo(36.123);
  }

  private static RunStatus status(Map<String, String> facts) {
    return WAITING.withFacts(facts, Map.of(), Map.of());
  }
}
