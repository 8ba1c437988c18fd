package io.github.greenscreen.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunStatus;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EpochSummariesTest {
  private static final List<EpochRow> THREE =
      List.of(
          SampleRuns.epoch(0, 0.3, 10, 1),
          SampleRuns.epoch(1, 0.5, 10, 2),
          SampleRuns.epoch(2, 0.6, 10, 4));

  @Test
  void of_target_countsUntilTheEpochThatReachesIt() {
    EpochMetrics detail = detail(run("None", THREE), 0.5);

    assertThat(detail.targetEpoch()).isEqualTo(1);
    assertThat(detail.targetWh()).isEqualTo(3, within(1e-12));
    assertThat(detail.targetSeconds()).isEqualTo(20, within(1e-12));
  }

  @Test
  void of_bestEpoch_countsUntilItsEnd() {
    List<EpochRow> rows =
        List.of(
            SampleRuns.epoch(0, 0.3, 10, 1),
            SampleRuns.epoch(1, 0.6, 10, 2),
            SampleRuns.epoch(2, 0.6, 10, 4));

    EpochMetrics detail = detail(run("None", rows), 0.5);

    assertThat(detail.bestWh()).isEqualTo(3, within(1e-12));
    assertThat(detail.bestSeconds()).isEqualTo(20, within(1e-12));
  }

  @Test
  void of_bestEpochOfIncompleteEnergy_hasNone() {
    List<EpochRow> rows =
        List.of(SampleRuns.epoch(0, 0.6, 10, 1), SampleRuns.epoch(1, 0.5, 10, Double.NaN));

    EpochMetrics detail = detail(run("None", rows), 0.5);

    assertThat(detail.bestWh()).isNaN();
    assertThat(detail.bestSeconds()).isEqualTo(10, within(1e-12));
  }

  @Test
  void of_noValidation_hasNoBestEpoch() {
    EpochMetrics detail = detail(run("None", List.of(SampleRuns.epoch(0, Double.NaN, 10, 1))), 0.5);

    assertThat(detail.bestWh()).isNaN();
    assertThat(detail.bestSeconds()).isNaN();
  }

  @Test
  void of_targetNotReached_isUnknown() {
    EpochMetrics detail = detail(run("None", THREE), 0.7);

    assertThat(detail.targetEpoch()).isEqualTo(-1);
    assertThat(detail.targetWh()).isNaN();
    assertThat(detail.targetSeconds()).isNaN();
  }

  @Test
  void of_targetLostAgain_isNotReached() {
    List<EpochRow> rows = List.of(SampleRuns.epoch(0, 0.8, 10, 1), SampleRuns.epoch(1, 0.2, 10, 1));

    assertThat(detail(run("None", rows), 0.5).targetEpoch()).isEqualTo(-1);
  }

  @Test
  void of_efficiency_peaksWhereAccuracyPerEnergyIsHighest() {
    EpochMetrics detail = detail(run("None", THREE), 0.5);

    assertThat(detail.peakEpoch()).isZero();
    assertThat(detail.peakAccuracy()).isEqualTo(0.3);
  }

  @Test
  void of_facts_giveF1AndPeakAndImages() {
    RunRecord run = run("None", THREE);
    RunStatus status = run.status();
    Map<String, String> facts =
        Map.of(
            "val_f1", "0.55",
            "test_ece", "0.125",
            "power_peak_W", "412.5",
            "training_images", "8000");

    EpochMetrics detail = detail(SampleRuns.with(run, StatusEntries.with(status, facts)), 0.5);

    assertThat(detail.scores().valF1()).isEqualTo(0.55);
    assertThat(detail.scores().testCalibrationError()).isEqualTo(0.125);
    assertThat(detail.peakPowerW()).isEqualTo(412.5);
    assertThat(detail.imagesPerJoule()).isEqualTo(24_000 / (7 * 3600.0), within(1e-12));
  }

  @Test
  void of_noFacts_takesThePeakOfTheRowsAndKnowsNoMore() {
    EpochMetrics detail = detail(run("None", THREE), 0.5);

    assertThat(detail.peakPowerW()).isEqualTo(1440, within(1e-9));
    assertThat(detail.scores().valF1()).isNaN();
    assertThat(detail.imagesPerJoule()).isNaN();
  }

  @Test
  void isTested_quantisedAfterTheLastValidation_isJudgedByTheTest() {
    RunRecord study = run("post_quantization", SampleRuns.oldLog(0.4, 0.9));

    RunMetrics metrics = RunMetricsFactory.of(study);

    assertThat(metrics.accuracy()).isEqualTo(metrics.testAccuracy()).isNotEqualTo(0.9);
    assertThat(metrics.detail().valAccuracy()).isEqualTo(0.9);
    assertThat(metrics.detail().isTested()).isTrue();
  }

  @Test
  void isTested_ownLog_isJudgedByValidationOfTheQuantisedModel() {
    RunMetrics metrics = RunMetricsFactory.of(run("post_quantization", THREE));

    assertThat(metrics.accuracy()).isEqualTo(0.6);
    assertThat(metrics.detail().isTested()).isFalse();
  }

  private static EpochMetrics detail(RunRecord run, double target) {
    return RunMetricsFactory.of(run, Cost.ENERGY, OptionalDouble.of(target)).detail();
  }

  private static RunRecord run(String internal, List<EpochRow> rows) {
    RunRecord run =
        SampleRuns.run("002", SampleRuns.configuration("internal", internal), 0.1, 30, 7);
    return SampleRuns.with(run, OptionalInt.empty(), rows);
  }
}
