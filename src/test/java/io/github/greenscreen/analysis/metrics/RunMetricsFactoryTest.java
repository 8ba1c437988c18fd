package io.github.greenscreen.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunMetricsFactoryTest {
  private static final RunRecord RUN =
      SampleRuns.run("017", SampleRuns.configuration("model", "resnet20"), 0.5, 10, 2);

  @Test
  void of_newLog_sumsSecondsAndEnergy() {
    RunMetrics metrics =
        of(
            SampleRuns.epoch(0, 0.2, 100, 3),
            SampleRuns.epoch(1, 0.6, 90, 2.5),
            SampleRuns.epoch(2, 0.5, 110, 3.5));

    assertThat(metrics.epochs()).isEqualTo(3);
    assertThat(metrics.accuracy()).isEqualTo(0.5);
    assertThat(metrics.bestAccuracy()).isEqualTo(0.6);
    assertThat(metrics.bestEpoch()).isEqualTo(1);
    assertThat(metrics.seconds()).isEqualTo(300);
    assertThat(metrics.energyWh()).isEqualTo(9);
    assertThat(metrics.powerW()).isEqualTo(108, within(1e-9));
    assertThat(metrics.efficiency()).isEqualTo(50 / 9.0, within(1e-12));
    assertThat(metrics.testAccuracy()).isEqualTo(0.49);
    assertThat(metrics.configuration().values()).containsOnlyKeys("model", "seed", "dataset");
  }

  @Test
  void of_logOfTheStudy_multipliesPowerByTimeSinceTheRowBefore() {
    RunMetrics metrics =
        RunMetricsFactory.of(
            SampleRuns.with(RUN, OptionalInt.empty(), SampleRuns.oldLog(0.1, 0.4)));

    assertThat(metrics.epochs()).isEqualTo(2);
    assertThat(metrics.seconds()).isEqualTo(120);
    assertThat(metrics.energyWh()).isEqualTo(4, within(1e-12));
    assertThat(metrics.powerW()).isEqualTo(120, within(1e-9));
    assertThat(metrics.accuracy()).isEqualTo(0.4);
    // 120 W for 60 s twice and 50 W for 5 s, over three intervals.
    assertThat(metrics.whPerInterval()).isEqualTo((2 + 2 + 250 / 3600.0) / 3, within(1e-12));
  }

  @Test
  void of_costTime_weighsAgainstSeconds() {
    assertThat(RunMetricsFactory.of(RUN, Cost.TIME).efficiency()).isEqualTo(5);
  }

  /** Their energy is among the gross energy, so that power would be too high without them. */
  @Test
  void of_runWithRepeatedEpochs_countsTheirSeconds() {
    RunEnergy energy = new RunEnergy(3, Double.NaN, Double.NaN, 100, "");
    RunStatus status = RUN.status();
    RunMetrics metrics =
        RunMetricsFactory.of(
            SampleRuns.with(
                RUN,
                status
                    .withMeasurements(
                        RunMeasurements.NONE.withEnergy(energy, Optional.empty(), Optional.empty()))
                    .withSeconds(Map.of("repeated", 5.0))));

    assertThat(metrics.seconds()).isEqualTo(15);
    assertThat(metrics.powerW()).isEqualTo(720, within(1e-9));
  }

  @Test
  void of_statusWithGrossEnergy_takesIt() {
    RunEnergy energy = new RunEnergy(2.5, 36, 2.4, 98, "");
    RunMetrics metrics = RunMetricsFactory.of(SampleRuns.with(RUN, energy));

    assertThat(metrics.energyWh()).isEqualTo(2.5);
    assertThat(metrics.powerW()).isEqualTo(900, within(1e-9));
    assertThat(metrics.efficiency()).isEqualTo(20, within(1e-9));
    assertThat(metrics.energy()).isEqualTo(energy);
    assertThat(metrics.whPerInterval()).isNaN();
  }

  @Test
  void of_incompleteEnergy_hasNoneAndKeepsTheRest() {
    RunMetrics metrics =
        RunMetricsFactory.of(SampleRuns.with(RUN, new RunEnergy(2.5, 36, 2.4, 80, "samples lost")));

    assertThat(metrics.energyWh()).isNaN();
    assertThat(metrics.powerW()).isNaN();
    assertThat(metrics.efficiency()).isNaN();
    assertThat(metrics.seconds()).isEqualTo(10);
    assertThat(metrics.accuracy()).isEqualTo(0.5);
  }

  @Test
  void of_onePowerMissing_leavesEnergyUnknown() {
    RunMetrics metrics =
        of(
            SampleRuns.old("pre", 0, 0, 50),
            SampleRuns.old("0", 60, 0.1, Double.NaN),
            SampleRuns.old("1", 120, 0.4, 120));

    assertThat(metrics.energyWh()).isNaN();
    assertThat(metrics.powerW()).isNaN();
    assertThat(metrics.efficiency()).isNaN();
    assertThat(metrics.seconds()).isEqualTo(120);
  }

  @Test
  void of_newRowWithoutEnergy_isNotBridgedByItsPower() {
    EpochRow gap = SampleRuns.epoch(1, 0.4, 60, Double.NaN);
    EpochRow powered =
        new EpochRow(
            gap.epoch(),
            gap.time(),
            1,
            0.4,
            1,
            0.4,
            120,
            50,
            90,
            60,
            Double.NaN,
            1,
            1,
            1,
            1,
            PowerSource.NONE);

    assertThat(of(SampleRuns.epoch(0, 0.4, 60, 1), powered).energyWh()).isNaN();
  }

  @Test
  void of_clockRunsBackwards_leavesSecondsAndEnergyUnknown() {
    RunMetrics metrics =
        of(
            SampleRuns.old("pre", 0, 0, 50),
            SampleRuns.old("0", 60, 0.1, 120),
            SampleRuns.old("1", 30, 0.4, 120));

    assertThat(metrics.seconds()).isNaN();
    assertThat(metrics.energyWh()).isNaN();
  }

  @Test
  void of_noRowPre_leavesSecondsUnknown() {
    RunMetrics metrics = of(SampleRuns.old("0", 60, 0.1, 120), SampleRuns.old("1", 120, 0.4, 120));

    assertThat(metrics.seconds()).isNaN();
    assertThat(metrics.energyWh()).isNaN();
    assertThat(metrics.accuracy()).isEqualTo(0.4);
  }

  @Test
  void of_noRowPreInNewLog_needsNone() {
    assertThat(of(SampleRuns.epoch(0, 0.1, 60, 2)).seconds()).isEqualTo(60);
  }

  @Test
  void of_accuracyNotANumber_isSkippedForTheBest() {
    RunMetrics metrics =
        of(SampleRuns.epoch(0, 0.3, 60, 2), SampleRuns.epoch(1, Double.NaN, 60, 2));

    assertThat(metrics.accuracy()).isNaN();
    assertThat(metrics.bestAccuracy()).isEqualTo(0.3);
    assertThat(metrics.bestEpoch()).isZero();
  }

  @Test
  void of_emptyLog_isUnknown() {
    RunMetrics metrics = of();

    assertThat(metrics.epochs()).isZero();
    assertThat(metrics.accuracy()).isNaN();
    assertThat(metrics.bestEpoch()).isEqualTo(-1);
    assertThat(metrics.seconds()).isNaN();
    assertThat(metrics.energyWh()).isNaN();
  }

  private static RunMetrics of(EpochRow... rows) {
    return RunMetricsFactory.of(
        SampleRuns.with(RUN, OptionalInt.empty(), new ArrayList<>(List.of(rows))));
  }
}
