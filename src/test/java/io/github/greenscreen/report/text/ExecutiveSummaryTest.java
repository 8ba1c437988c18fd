package io.github.greenscreen.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.report.ReportFixture;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ReportInput;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPurpose;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExecutiveSummaryTest {
  @Test
  void paragraphs_noMeter_speaksOfTime() {
    String summary = summary(ReportFixture.input(ReportFixture.study(30, false)));

    assertThat(summary).contains("less time.").contains("%/s").doesNotContain(" Wh");
  }

  @Test
  void paragraphs_finalRun_saysWhatItReached() {
    assertThat(summary(ReportFixture.withFinal(ReportFixture.study(30, true))))
        .contains("The final run (099) of the recommended configuration reached 71.0 %");
  }

  @Test
  void paragraphs_noFinalRun_saysHowToGetIt() {
    assertThat(summary(ReportFixture.input(ReportFixture.study(30, true))))
        .contains("run “greenscreen final”.");
  }

  @Test
  void paragraphs_energyIsKnown_tellsItsGreenhouseGasWithTheSource() {
    assertThat(summary(ReportFixture.withFinal(ReportFixture.study(30, true))))
        .containsPattern(
            "The energy of the 30 runs compared here, [0-9.,]+ Wh, corresponds to [0-9.]+ "
                + "g CO2e at 458 gCO2e/kWh \\(World 2025, lifecycle, Ember / Our World in Data, "
                + "CC BY 4\\.0\\), PUE 1\\.0\\. The final run adds [0-9.]+ g CO2e\\.");
  }

  @Test
  void paragraphs_noMeter_tellsNoGreenhouseGas() {
    assertThat(summary(ReportFixture.input(ReportFixture.study(30, false)))).doesNotContain("CO2e");
  }

  @Test
  void paragraphs_failedRun_countsIt() {
    assertThat(summary(ReportFixture.input(ReportFixture.study(30, true))))
        .contains(
            "This report covers 30 of 31 runs of baseline and sweep (30 completed, 1 failed).");
  }

  @Test
  void paragraphs_stoppedRun_countsItApart() {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(30, true));
    runs.add(ReportFixture.stopped("032", RunPurpose.SWEEP));

    assertThat(summary(ReportFixture.input(runs)))
        .contains("covers 30 of 32 runs of baseline and sweep (30 completed, 1 stopped, 1 failed)");
  }

  @Test
  void paragraphs_stoppedBaseline_saysThatNothingCanBeCompared() {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(30, true).subList(1, 30));
    runs.add(0, ReportFixture.stopped("001", RunPurpose.BASELINE));

    assertThat(summary(ReportFixture.input(runs)))
        .contains("There is no baseline to compare with: run 001 was stopped (training diverged).");
  }

  @Test
  void paragraphs_stoppedFinalRun_isNoResult() {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(30, true));
    runs.add(ReportFixture.stopped("032", RunPurpose.FINAL));

    assertThat(summary(ReportFixture.input(runs)))
        .contains(
            "The final run (032) of the recommended configuration was stopped (training diverged)"
                + " and has no result.");
  }

  @Test
  void paragraphs_noBaseline_comparesWithNothing() {
    List<RunRecord> runs = ReportFixture.study(30, true);

    assertThat(summary(ReportFixture.input(runs.subList(1, 30)))).doesNotContain("baseline (run");
  }

  @Test
  void paragraphs_estimatedPower_isMarkedInEverySentence() {
    List<RunRecord> runs =
        ReportFixture.study(30, true).stream().map(ReportFixture::estimated).toList();

    assertThat(summary(ReportFixture.input(runs)))
        .containsPattern("validation accuracy with [0-9.]+ Wh \\(estimated\\) in 12 epochs")
        .containsPattern("\\([0-9.]+ %/Wh, estimated\\)")
        .containsPattern("runs compared here, [0-9.,]+ Wh \\(estimated\\), corresponds to")
        .contains("What matters for energy (estimated): batch_size");
  }

  @Test
  void paragraphs_measuredBaselineAndEstimatedRun_areNotCompared() {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(30, true));
    runs.subList(1, 30).replaceAll(ReportFixture::estimated);

    assertThat(summary(ReportFixture.input(runs)))
        .contains(
            "more accurate; their energies come from different sources and cannot be compared.")
        .doesNotContain("less energy.");
  }

  @Test
  void paragraphs_allEnergiesIncomplete_saysThatTheMeterCoveredTooLittle() {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(3, true).subList(0, 3));
    runs.replaceAll(run -> ReportFixture.incomplete(run, 40 + Integer.parseInt(run.name())));

    assertThat(summary(ReportFixture.input(runs)))
        .contains(
            "A power meter was available (nvidia-smi, every 1 s), but the energy of no run "
                + "is complete: its samples cover only 41.0 % to 43.0 % of the training time; at "
                + "least 95 % is needed. So runs are ranked by seconds, not by energy. For "
                + "complete measurements, check with “greenscreen power --calibrate 30s” how "
                + "often the meter updates")
        .doesNotContain("No power meter was available");
  }

  @Test
  void paragraphs_meterAnsweredInSomeRunsOnly_saysInHowMany() {
    List<RunRecord> runs = new ArrayList<>(ReportFixture.study(3, false).subList(0, 3));
    runs.set(1, ReportFixture.incomplete(ReportFixture.study(3, true).get(1), 80));

    assertThat(summary(ReportFixture.input(runs)))
        .contains("A power meter was available in only 1 of 3 runs (")
        .contains("its samples cover only 80.0 % of the training time");
  }

  @Test
  void paragraphs_noCompletedRun_saysNothingOfMeters() {
    assertThat(summary(ReportFixture.input(List.of(ReportFixture.failed("001")))))
        .doesNotContain("meter");
  }

  private static String summary(ReportInput input) {
    return String.join("\n", new ExecutiveSummary(ReportContext.of(input)).paragraphs());
  }
}
