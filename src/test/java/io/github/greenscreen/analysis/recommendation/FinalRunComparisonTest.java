package io.github.greenscreen.analysis.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FinalRunComparisonTest {
  private static final double[] NOISE = {.1, -.1, -.1, .1};
  private static final Configuration BEST = SampleRuns.configuration("size", "64");

  @Test
  void of_sameConfiguration_isComparedWithThePrediction() {
    FinalRunResult check = check(BEST, List.of(SampleRuns.epoch(0, 0.5, 100, 6.1))).get(0);

    assertThat(check.isInside()).isTrue();
    assertThat(check.measured()).isEqualTo(6.1);
    assertThat(check.sentence())
        .isEqualTo(
            "The final run 020 measured energy 6.1000 Wh; the prediction was 6.0000, 95 % "
                + "interval 5.6841 to 6.3159: within the interval.");
  }

  @Test
  void of_moreEpochs_isScaled() {
    List<EpochRow> rows =
        List.of(SampleRuns.epoch(0, 0.5, 100, 9), SampleRuns.epoch(1, 0.5, 100, 9));

    FinalRunResult check = check(BEST, rows).get(0);

    assertThat(check.isInside()).isFalse();
    assertThat(check.sentence())
        .startsWith("The final run 020 measured energy 18.000 Wh; the prediction was 12.000,")
        .endsWith("(predicted for 1 epochs, scaled to 2): outside the interval.");
  }

  @Test
  void of_anotherConfiguration_isNotCompared() {
    assertThat(
            check(
                SampleRuns.configuration("size", "16"), List.of(SampleRuns.epoch(0, 0.5, 100, 6))))
        .isEmpty();
  }

  @Test
  void of_joinedImages_isNotCompared() {
    List<EpochRow> rows = List.of(SampleRuns.epoch(0, 0.5, 100, 6.1));

    assertThat(check(BEST.with("partitioning", "80+10-10"), rows)).isEmpty();
    assertThat(check(BEST.with("partitioning", "80-10-10"), rows)).hasSize(1);
  }

  @Test
  void of_patience_isComparedAtEqualPlansOnly() {
    assertThat(patient(3).get(0).sentence())
        .startsWith("The final run 020 measured energy 6.1000 Wh; the prediction was 6.0000,")
        .endsWith("interval 5.6841 to 6.3159: within the interval.");
    assertThat(patient(4)).isEmpty();
  }

  /** Compare a final run of {@code planned} epochs with runs of three, all ended by patience. */
  private static List<FinalRunResult> patient(int planned) {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      double energyWh = (i % 2 == 0 ? 12 : 6) + NOISE[i / 2];
      runs.add(patient("00" + (i + 1), i % 2 == 0 ? "16" : "64", 3, energyWh));
    }
    runs.add(
        SampleRuns.with(
            patient("020", "64", planned, 6.1),
            SampleRuns.status(RunState.COMPLETED, "", RunPurpose.FINAL)));
    return Analysis.of(runs, AnalysisOptions.none()).finalCheck().stream().toList();
  }

  /** Return a run of two epochs. */
  private static RunRecord patient(String name, String size, int planned, double energyWh) {
    Configuration configuration = SampleRuns.configuration("size", size, "patience", "1");
    return SampleRuns.with(
        SampleRuns.run(name, configuration, 0.5, 100, energyWh),
        OptionalInt.of(planned),
        List.of(
            SampleRuns.epoch(0, 0.5, 50, energyWh / 2),
            SampleRuns.epoch(1, 0.5, 50, energyWh / 2)));
  }

  private static List<FinalRunResult> check(Configuration configuration, List<EpochRow> rows) {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      runs.add(
          SampleRuns.run(
              String.format(Locale.ROOT, "%03d", i + 1),
              SampleRuns.configuration("size", i % 2 == 0 ? "16" : "64"),
              0.5,
              100,
              (i % 2 == 0 ? 12 : 6) + NOISE[i / 2]));
    }
    RunRecord last = SampleRuns.run("020", configuration, 0.5, 100, 6);
    runs.add(
        SampleRuns.with(
            SampleRuns.with(last, OptionalInt.of(rows.size()), rows),
            SampleRuns.status(RunState.COMPLETED, "", RunPurpose.FINAL)));
    return Analysis.of(runs, AnalysisOptions.none()).finalCheck().stream().toList();
  }
}
