package io.github.greenscreen.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunRecordTest {
  private static final double NONE = Double.NaN;

  @Test
  void powerSource_statusSaysIt_isThat() {
    assertThat(source(Map.of("power_source", "estimated"), row(50, PowerSource.ESTIMATED)))
        .isEqualTo(PowerSource.ESTIMATED);
  }

  @Test
  void powerSource_folderOfTheStudy_wasMeasured() {
    assertThat(source(Map.of(), row(50, PowerSource.NONE))).isEqualTo(PowerSource.MEASURED);
    assertThat(source(Map.of(), row(NONE, PowerSource.NONE))).isEqualTo(PowerSource.NONE);
    assertThat(source(Map.of())).isEqualTo(PowerSource.NONE);
  }

  @Test
  void powerSource_onlyTheStatusKnowsTheEnergy_wasMeasured() {
    assertThat(source(Map.of("energy_gross_Wh", "1.5"), row(NONE, PowerSource.NONE)))
        .isEqualTo(PowerSource.MEASURED);
  }

  @Test
  void powerSource_earlierVersion_followsItsFacts() {
    Map<String, String> alone = Map.of("meter", "estimate", "power_estimated", "true");
    Map<String, String> joined = Map.of("meter", "nvidia-smi+estimate", "power_estimated", "true");
    Map<String, String> replay = Map.of("meter", "replay", "power_replayed", "/a/power.csv");

    assertThat(source(alone, row(5, PowerSource.NONE))).isEqualTo(PowerSource.ESTIMATED);
    assertThat(source(joined, row(5, PowerSource.NONE))).isEqualTo(PowerSource.MIXED);
    assertThat(source(replay, row(5, PowerSource.NONE))).isEqualTo(PowerSource.REPLAYED);
  }

  @Test
  void powerSource_continuedWithAnotherMeter_isMixed() {
    assertThat(
            source(
                Map.of("power_source", "measured"),
                row(5, PowerSource.ESTIMATED),
                row(5, PowerSource.MEASURED)))
        .isEqualTo(PowerSource.MIXED);
  }

  private static PowerSource source(Map<String, String> facts, EpochRow... rows) {
    RunStatus status =
        RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty()).withEnvironment(facts);
    RunPlan plan = new RunPlan(Configuration.of(Map.of()), 22, OptionalInt.of(1), "shapes");
    List<EpochRow> epochs = Arrays.asList(rows);
    return new RunRecord("001", plan, Optional.empty(), epochs, status).powerSource();
  }

  private static EpochRow row(double watts, PowerSource source) {
    LocalDateTime time = LocalDateTime.of(2026, 11, 22, 10, 0);
    return new EpochRow(
        "0", time, 1, 0.5, 1, 0.5, watts, NONE, NONE, 10, NONE, NONE, NONE, 0.01, 64, source);
  }
}
