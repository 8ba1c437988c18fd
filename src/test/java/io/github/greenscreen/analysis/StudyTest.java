package io.github.greenscreen.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.SharedData;
import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.run.RunStore;
import org.junit.jupiter.api.Test;

/** The run folders of the study that this project grew from, where they are at hand. */
class StudyTest {

  @Test
  void of_study_equalsR() {
    AnalysisResult result =
        Analysis.of(
            new RunStore(SharedData.folder("data/study")).readAll(),
            AnalysisOptions.none().withInteractions());

    assertThat(result.runs()).hasSize(70);
    assertThat(result.regressions())
        .extracting(Regression::response)
        .containsExactly(
            "energy_Wh",
            "log_energy",
            "power_W",
            "val_accuracy",
            "delivered_accuracy",
            "efficiency");
    assertThat(result.excluded()).isEmpty();
    ExpectedNumbers.check("study-expected.csv", result.regressions());
    ExpectedNumbers.checkInteractions("study-expected.csv", result.interactions());
  }

  @Test
  void of_study_givesItsOwnFigureBesideTheTotals() {
    AnalysisResult result =
        Analysis.of(
            new RunStore(SharedData.folder("data/study")).readAll(), AnalysisOptions.none());

    // 23,195 s of about 117.7 W: a total of 758 Wh, which the study divided by its 51 intervals.
    RunMetrics baseline = result.runs().get(0);
    assertThat(baseline.energyWh()).isBetween(740.0, 780.0);
    assertThat(baseline.whPerInterval()).isBetween(14.5, 15.3);
    assertThat(result.runs()).allMatch(run -> Double.isFinite(run.whPerInterval()));
  }

  @Test
  void of_study_ranksByEnergy() {
    AnalysisResult result =
        Analysis.of(
            new RunStore(SharedData.folder("data/study")).readAll(), AnalysisOptions.none());

    assertThat(result.cost()).isEqualTo(Cost.ENERGY);
    assertThat(result.byAccuracy())
        .hasSize(5)
        .isSortedAccordingTo((a, b) -> Double.compare(b.accuracy(), a.accuracy()));
    assertThat(result.best().orElseThrow().configuration().get("batch_size")).isNotEqualTo("1");
  }
}
