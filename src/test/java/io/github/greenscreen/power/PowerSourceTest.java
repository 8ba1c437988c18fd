package io.github.greenscreen.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.meter.EstimateMeter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PowerSourceTest {
  private static final PowerSample GPU = sample("GPU 0", 250);
  private static final PowerSample GUESS = sample(EstimateMeter.DEVICE, 30);
  private static final Map<String, String> REPLAY = Map.of(MeterFacts.REPLAYED, "power.csv");

  @Test
  void of_devices_tellsEstimatesFromMeasurements() {
    assertThat(PowerSource.of(List.of(GPU), Map.of())).isEqualTo(PowerSource.MEASURED);
    assertThat(PowerSource.of(List.of(GUESS), Map.of())).isEqualTo(PowerSource.ESTIMATED);
    assertThat(PowerSource.of(List.of(GPU, GUESS), Map.of())).isEqualTo(PowerSource.MIXED);
  }

  @Test
  void of_devicesWithoutPower_doNotCount() {
    PowerSample silent = sample("GPU 0", Double.NaN);

    assertThat(PowerSource.of(List.of(silent), Map.of())).isEqualTo(PowerSource.NONE);
    assertThat(PowerSource.of(List.of(silent, GUESS), Map.of())).isEqualTo(PowerSource.ESTIMATED);
    assertThat(PowerSource.of(List.of(), Map.of())).isEqualTo(PowerSource.NONE);
  }

  @Test
  void of_replay_isReplayedUnlessItReplaysEstimates() {
    assertThat(PowerSource.of(List.of(GPU), REPLAY)).isEqualTo(PowerSource.REPLAYED);
    assertThat(PowerSource.of(List.of(GUESS), REPLAY)).isEqualTo(PowerSource.ESTIMATED);
  }

  @ParameterizedTest
  @CsvSource({
    "MEASURED, MEASURED, MEASURED",
    "NONE, MEASURED, MEASURED",
    "NONE, NONE, NONE",
    "ESTIMATED, MEASURED, MIXED",
    "MIXED, REPLAYED, MIXED",
    "MEASURED, REPLAYED, REPLAYED",
  })
  void together_twoSources_isTheLessTrustworthy(PowerSource a, PowerSource b, PowerSource sum) {
    assertThat(PowerSource.together(List.of(a, b))).isEqualTo(sum);
    assertThat(PowerSource.together(List.of(b, a))).isEqualTo(sum);
  }

  @ParameterizedTest
  @EnumSource
  void find_itsSpelling_isItself(PowerSource source) {
    assertThat(PowerSource.find(source.configName())).contains(source);
  }

  @Test
  void mark_measured_isNothing() {
    assertThat(PowerSource.MEASURED.mark()).isEmpty();
    assertThat(PowerSource.MEASURED.words()).isEqualTo("measured");
    assertThat(PowerSource.MIXED.words()).isEqualTo("partly estimated");
  }

  private static PowerSample sample(String device, double watts) {
    return new PowerSample(1, device, watts, Double.NaN, Double.NaN, Double.NaN);
  }
}
