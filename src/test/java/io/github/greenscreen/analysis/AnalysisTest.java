package io.github.greenscreen.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.analysis.regression.LinearModelTest;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnalysisTest {
  private static final Configuration ANY = SampleRuns.configuration("p", "a");

  @Test
  void of_someAccuraciesMissing_namesThem() {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      double accuracy = i == 3 ? Double.NaN : 0.5;
      runs.add(SampleRuns.run("01" + i, SampleRuns.configuration("size", "" + i), accuracy, 60, i));
    }

    assertThat(Analysis.of(runs, AnalysisOptions.none()).notes())
        .contains(
            "The accuracy after the last epoch of 1 of 5 runs is unknown, so these runs "
                + "are not ranked by it: 013.");
  }

  @Test
  void of_twoBaselines_comparesWithTheFirstThatCompletedAndSaysSo() {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      runs.add(SampleRuns.run("01" + i, SampleRuns.configuration("size", "" + i % 3), 0.5, 60, i));
    }
    RunRecord failed = runs.get(0);
    runs.set(0, baseline(failed, RunState.FAILED));
    runs.set(3, baseline(runs.get(3), RunState.COMPLETED));
    runs.set(7, baseline(runs.get(7), RunState.COMPLETED));

    AnalysisResult result = Analysis.of(runs, AnalysisOptions.none());

    assertThat(result.notes())
        .contains(
            "2 runs are baselines (014, 018); everything is compared with the first of "
                + "them, run 014.",
            "Effects are changes relative to size 1.");
  }

  private static RunRecord baseline(RunRecord run, RunState state) {
    return new RunRecord(
        run.name(),
        run.plan(),
        run.result(),
        run.epochs(),
        SampleRuns.status(state, "", RunPurpose.BASELINE));
  }

  @Test
  void of_runsInAnyOrder_givesTheSameResult() {
    AnalysisResult expected = Analysis.of(LinearModelTest.synthetic(), AnalysisOptions.none());
    Random random = new Random(5);
    for (int i = 0; i < 10; i++) {
      List<RunRecord> shuffled = new ArrayList<>(LinearModelTest.synthetic());
      Collections.shuffle(shuffled, random);

      assertThat(Analysis.of(shuffled, AnalysisOptions.none()).toString())
          .isEqualTo(expected.toString());
    }
  }

  @Test
  void of_parametersRenamed_changesNoNumber() {
    List<RunRecord> renamed =
        LinearModelTest.synthetic().stream()
            .map(
                run -> {
                  RunMetrics metrics = RunMetricsFactory.of(run);
                  Configuration more = run.plan().configuration().with("constant", "x");
                  return SampleRuns.run(
                      run.name(), more, metrics.accuracy(), metrics.seconds(), metrics.energyWh());
                })
            .toList();

    assertThat(Analysis.of(renamed, AnalysisOptions.none()).regressions())
        .isEqualTo(Analysis.of(LinearModelTest.synthetic(), AnalysisOptions.none()).regressions());
  }

  @Test
  void of_noRun_saysSo() {
    AnalysisResult result = Analysis.of(List.of(), AnalysisOptions.none());

    assertThat(result.runs()).isEmpty();
    assertThat(result.best()).isEmpty();
    assertThat(result.notes())
        .containsExactly("No baseline or sweep run has completed, so there is nothing to analyse.");
  }

  @Test
  void of_oneRun_saysThereIsNothingToCompare() {
    AnalysisResult result = Analysis.of(List.of(run("001", 0.5, 10, 2)), AnalysisOptions.none());

    assertThat(result.notes())
        .containsExactly(
            "Only run 001 is complete, so there is nothing to compare.",
            "There is no regression of energy_Wh, log_energy, power_W, val_accuracy and "
                + "efficiency: a single run shows no differences.");
    assertThat(result.best().orElseThrow().source()).isEqualTo("001");
  }

  @Test
  void of_incompleteEnergy_isNamedAndNeitherRankedNorInTheRegression() {
    RunEnergy incomplete = new RunEnergy(0.1, 40, 0.05, 80, "samples lost");
    RunRecord cheap = SampleRuns.with(run("002", 0.5, 8, 0.1), incomplete);
    AnalysisResult result =
        Analysis.of(List.of(run("001", 0.4, 10, 2), cheap), AnalysisOptions.none());

    assertThat(result.byAccuracy()).extracting(RunMetrics::name).containsExactly("002", "001");
    assertThat(result.byCost()).extracting(RunMetrics::name).containsExactly("001");
    assertThat(result.byEfficiency()).extracting(RunMetrics::name).containsExactly("001");
    assertThat(result.best().orElseThrow().source()).isEqualTo("001");
    assertThat(result.notes())
        .contains(
            "The energy of 1 of 2 runs is incomplete, so these runs are not ranked by it: "
                + "002 (samples lost).",
            "There is no regression of energy_Wh, log_energy, power_W and efficiency: a "
                + "single run shows no differences.");
  }

  @Test
  void of_incompleteEnergyInAllRuns_ranksBySecondsAndSaysWhy() {
    RunEnergy incomplete = new RunEnergy(0.1, 40, 0.05, 80, "samples lost");
    AnalysisResult result =
        Analysis.of(
            List.of(SampleRuns.with(run("001", 0.5, 8, 0.1), incomplete)), AnalysisOptions.none());

    assertThat(result.cost()).isEqualTo(Cost.TIME);
    assertThat(result.notes())
        .contains(
            "No run has a complete energy measurement, so runs are ranked by seconds "
                + "instead of watt-hours: 001 (samples lost).");
  }

  @Test
  void of_noMeter_ranksBySeconds() {
    AnalysisResult result =
        Analysis.of(
            List.of(run("001", 0.5, 10, Double.NaN), run("002", 0.5, 8, Double.NaN)),
            AnalysisOptions.none());

    assertThat(result.cost()).isEqualTo(Cost.TIME);
    assertThat(result.byCost()).extracting(RunMetrics::name).containsExactly("002", "001");
    assertThat(result.byEfficiency().get(0).efficiency()).isEqualTo(50 / 8.0);
    assertThat(result.notes())
        .contains(
            "No power meter was available, so runs are ranked by seconds instead of watt-hours.");
  }

  @Test
  void of_someRunsWithoutEnergy_leavesThemOutOfTheEnergyRankings() {
    AnalysisResult result =
        Analysis.of(
            List.of(run("001", 0.5, 10, 2), run("002", 0.9, 8, Double.NaN), run("003", 0.4, 9, 3)),
            AnalysisOptions.none());

    assertThat(result.cost()).isEqualTo(Cost.ENERGY);
    assertThat(result.byAccuracy()).extracting(RunMetrics::name).startsWith("002");
    assertThat(result.byCost()).extracting(RunMetrics::name).containsExactly("001", "003");
    assertThat(result.byEfficiency()).extracting(RunMetrics::name).containsExactly("001", "003");
    assertThat(result.notes())
        .contains(
            "The energy of 1 of 3 runs is incomplete, so these runs are not ranked by it: 002.");
  }

  @Test
  void of_differentEpochs_warns() {
    RunRecord longer =
        SampleRuns.with(
            run("002", 0.5, 10, 2),
            OptionalInt.of(2),
            List.of(SampleRuns.epoch(0, 0.1, 10, 2), SampleRuns.epoch(1, 0.2, 10, 2)));

    AnalysisResult result =
        Analysis.of(List.of(run("001", 0.5, 10, 2), longer), AnalysisOptions.none());

    assertThat(result.notes())
        .contains("The runs differ in epochs (1, 2), so they are not directly comparable.");
  }

  @Test
  void of_baselineRun_isTheReference() {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Configuration configuration =
          SampleRuns.configuration("p", List.of("a", "b", "c").get(i % 3));
      RunRecord run = SampleRuns.run("00" + (i + 1), configuration, 0.5, 10, 5 + i * i);
      runs.add(
          i == 4
              ? SampleRuns.with(run, SampleRuns.status(RunState.COMPLETED, "", RunPurpose.BASELINE))
              : run);
    }

    Regression fit = Analysis.of(runs, AnalysisOptions.none()).regressions().get(0);

    assertThat(fit.terms()).extracting(Regression.Term::value).containsExactly("", "a", "c");
  }

  @Test
  void of_failedBaseline_isStillTheReference() {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Configuration configuration = SampleRuns.configuration("p", i % 2 == 0 ? "b" : "a");
      runs.add(SampleRuns.run("00" + (i + 2), configuration, 0.5, 10, 5 + i * i));
    }
    runs.add(
        SampleRuns.with(
            run("001", 0.5, 10, 1), SampleRuns.status(RunState.FAILED, "", RunPurpose.BASELINE)));

    AnalysisResult result = Analysis.of(runs, AnalysisOptions.none());

    assertThat(result.regressions().get(0).terms())
        .extracting(Regression.Term::value)
        .containsExactly("", "b");
    assertThat(result.excluded()).containsExactly("001: failed");
  }

  @Test
  void of_divergedRun_winsNothingAndIsNamed() {
    RunRecord cheap =
        SampleRuns.with(
            run("002", Double.NaN, 1, 0.01),
            SampleRuns.status(RunState.STOPPED, "training diverged", RunPurpose.SWEEP));

    AnalysisResult result =
        Analysis.of(
            List.of(run("001", 0.5, 10, 2), cheap, run("003", 0.4, 9, 3)), AnalysisOptions.none());

    assertThat(result.runs()).extracting(RunMetrics::name).containsExactly("001", "003");
    assertThat(result.byCost()).extracting(RunMetrics::name).containsExactly("001", "003");
    assertThat(result.best().orElseThrow().source()).isEqualTo("001");
    assertThat(result.excluded()).containsExactly("002: stopped (training diverged)");
    assertThat(result.notes())
        .startsWith(
            "1 run was stopped early and is left out of rankings, regression and recommendation:"
                + " 002.");
  }

  @Test
  void of_onlyDivergedRuns_countsThem() {
    List<RunRecord> runs =
        List.of("001", "002").stream()
            .map(name -> run(name, Double.NaN, 1, 0.01))
            .map(r -> SampleRuns.with(r, SampleRuns.status(RunState.STOPPED, "", RunPurpose.SWEEP)))
            .toList();

    assertThat(Analysis.of(runs, AnalysisOptions.none()).notes())
        .containsExactly(
            "No baseline or sweep run has completed, so there is nothing to analyse.",
            "2 runs were stopped early and are left out of rankings, regression and recommendation:"
                + " 001, 002.");
  }

  @Test
  void options_minimumAboveOne_isRefused() {
    assertThatThrownBy(() -> new AnalysisOptions(OptionalDouble.of(35)))
        .hasMessage("minimum accuracy is 35.0; expected a number from 0 to 1");
  }

  private static RunRecord run(String name, double accuracy, double seconds, double energyWh) {
    return SampleRuns.run(name, ANY, accuracy, seconds, energyWh);
  }
}
