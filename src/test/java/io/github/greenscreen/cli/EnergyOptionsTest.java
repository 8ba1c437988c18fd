package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.cli.converter.EnergyConverter;
import io.github.greenscreen.cli.converter.PowerConverter;
import io.github.greenscreen.cli.converter.SecondsConverter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyOptionsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"5kWh, 5000", "0.5 kWh, 500", "750Wh, 750", "1.5MWh, 1500000"})
  void wattHours_withItsUnit_isRead(String text, double expected) {
    assertThat(new EnergyConverter().convert(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "0Wh", "-1kWh", "5kwh", "5mWh", "five kWh", "5 kW", ""})
  void wattHours_anythingElse_isRefused(String text) {
    assertThatThrownBy(() -> new EnergyConverter().convert(text))
        .hasMessage(
            "found \""
                + text
                + "\", expected an energy above 0 in Wh, kWh or MWh such as 5kWh, or none");
  }

  @Test
  void watts_withOrWithoutUnit_isRead() {
    assertThat(new PowerConverter().convert("250")).isEqualTo(250);
    assertThat(new PowerConverter().convert("250.5 W")).isEqualTo(250.5);
    assertThatThrownBy(() -> new PowerConverter().convert("0"))
        .hasMessage("found \"0\", expected a power above 0 in watts such as 250, or none");
  }

  @Test
  void seconds_wholeOrNot_isRead() {
    assertThat(new SecondsConverter().convert("0")).isEqualTo(Duration.ZERO);
    assertThat(new SecondsConverter().convert("2.5")).isEqualTo(Duration.ofMillis(2500));
    assertThatThrownBy(() -> new SecondsConverter().convert("-1"))
        .hasMessage("found \"-1\", expected seconds from 0 to 99999 such as 10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--energy-budget 5kWh", "--max-power 250"})
  void sweep_limitThatNoMeterWatches_isRefused(String option) throws IOException {
    CliFixture.Outcome outcome = new CliFixture(folder).study("sweep -n 1 " + option);

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains(
            option.substring(0, option.indexOf(' '))
                + ": no power meter found to enforce it; run 'greenscreen doctor' for "
                + "details, or remove the limit with "
                + option.substring(0, option.indexOf(' '))
                + " none");
    assertThat(folder.resolve("runs/001")).doesNotExist();
  }

  @Test
  void sweep_limitsThatAreLifted_needNoMeter() throws IOException {
    CliFixture.Outcome outcome =
        new CliFixture(folder).study("sweep -n 1 --energy-budget none --max-power none");

    assertThat(outcome.code()).isZero();
  }
}
