package io.github.greenscreen.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class PowerSourceLabelTest {
  @Test
  void ofSources_oneSource_isItsMark() {
    assertThat(PowerSourceLabel.ofSources(List.of(PowerSource.MEASURED))).isEmpty();
    assertThat(PowerSourceLabel.ofSources(List.of(PowerSource.ESTIMATED, PowerSource.NONE)))
        .isEqualTo("estimated");
  }

  @Test
  void ofSources_several_namesThoseThatWereNotMeasured() {
    assertThat(PowerSourceLabel.ofSources(List.of(PowerSource.ESTIMATED, PowerSource.MEASURED)))
        .isEqualTo("some estimated");
    assertThat(
            PowerSourceLabel.ofSources(
                List.of(PowerSource.REPLAYED, PowerSource.ESTIMATED, PowerSource.REPLAYED)))
        .isEqualTo("some estimated, some replayed");
  }

  @Test
  void beside_noMark_changesNothing() {
    assertThat(PowerSourceLabel.beside("5 Wh", "")).isEqualTo("5 Wh");
    assertThat(PowerSourceLabel.beside("5 Wh", "estimated")).isEqualTo("5 Wh (estimated)");
    assertThat(PowerSourceLabel.with("Wh", "")).isEqualTo("Wh");
    assertThat(PowerSourceLabel.with("Wh", "estimated")).isEqualTo("Wh, estimated");
  }
}
