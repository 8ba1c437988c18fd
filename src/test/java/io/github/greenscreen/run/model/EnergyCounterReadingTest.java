package io.github.greenscreen.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EnergyCounterReadingTest {
  private static final RunStatus WAITING =
      RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty());

  @Test
  void of_whatToFactsWrote_isTheSame() {
    EnergyCounterReading energy = new EnergyCounterReading(10.5, 10.25, 0.9762, "counter");
    assertThat(energy.toFacts())
        .containsExactly(
            Map.entry("energy_trapezoids_Wh", "10.500000"),
            Map.entry("energy_counter_Wh", "10.250000"),
            Map.entry("energy_counter_ratio", "0.9762"),
            Map.entry("energy_source", "counter"));
    assertThat(EnergyCounterReading.of(WAITING.withFacts(energy.toFacts(), Map.of(), Map.of())))
        .isEqualTo(energy);
  }

  @Test
  void ofLastAttempt_saysSoBehindTheSource() {
    assertThat(new EnergyCounterReading(1, 2, 2, "counter").ofLastAttempt())
        .isEqualTo(
            new EnergyCounterReading(
                1, 2, 2, "counter; both energies cover the last attempt only"));
  }

  @Test
  void of_aRunWithoutACounter_isUnknownAndWarnsOfNothing() {
    EnergyCounterReading energy = EnergyCounterReading.of(WAITING);
    assertThat(energy.counterWh()).isNaN();
    assertThat(energy.warning()).isEmpty();
  }

  @Test
  void warning_ofMoreThanFivePercent_saysWhatCounts() {
    assertThat(new EnergyCounterReading(100, 104.9, 1.049, "counter").warning()).isEmpty();
    assertThat(new EnergyCounterReading(100, 94, 0.94, "counter").warning())
        .isEqualTo(
            "the energy counter reads 94.0 % of the energy integrated from the power "
                + "samples; the counter is used");
    assertThat(new EnergyCounterReading(100, 0, 0, "trapezoids: did not advance").warning())
        .isEqualTo(
            "the energy counter reads 0.0 % of the energy integrated from the power "
                + "samples; the integral of the samples is used");
  }
}
