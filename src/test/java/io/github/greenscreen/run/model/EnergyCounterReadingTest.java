package io.github.greenscreen.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnergyCounterReadingTest {
  @Test
  void ofLastAttempt_saysSoBehindTheSource() {
    assertThat(new EnergyCounterReading(1, 2, 2, "counter").ofLastAttempt())
        .isEqualTo(
            new EnergyCounterReading(
                1, 2, 2, "counter; both energies cover the last attempt only"));
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
