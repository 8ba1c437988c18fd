package io.github.greenscreen.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.recommendation.RecommendationObjective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisGoalTest {
  @TempDir private Path folder;

  @Test
  void read_writtenAnalysis_isItsObjective() {
    SummaryWriter.write(folder, SampleAnalysis.result());

    assertThat(AnalysisGoal.read(folder))
        .isEqualTo(new AnalysisGoal(RecommendationObjective.ENERGY, Cost.ENERGY));
  }

  @Test
  void read_otherObjective_isFound() throws IOException {
    write("{\"cost\": \"seconds\", \"best\": {\"objective\": \"accuracy\"}}");

    assertThat(AnalysisGoal.read(folder))
        .isEqualTo(new AnalysisGoal(RecommendationObjective.ACCURACY, Cost.TIME));
  }

  @Test
  void read_noFile_saysHowToGetIt() {
    assertThatThrownBy(() -> AnalysisGoal.read(folder))
        .hasMessage(
            folder.resolve("analysis.json")
                + ": no such file; run 'greenscreen analyze' to write it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"cost\": \"energy_Wh\", \"best\": null}",
        "{\"cost\": \"energy_Wh\", \"best\": {\"objective\": \"beauty\"}}",
        "{\"best\": {\"objective\": \"energy\"}}",
        "[]",
        "{"
      })
  void read_noObjective_isRefused(String text) throws IOException {
    write(text);

    assertThatThrownBy(() -> AnalysisGoal.read(folder))
        .hasMessage(
            folder.resolve("analysis.json")
                + ": found no objective of a recommendation; run 'greenscreen analyze' to write the"
                + " file again");
  }

  @Test
  void needsMeter_objectivesOfEnergyAndPower_needOne() {
    assertThat(new AnalysisGoal(RecommendationObjective.ENERGY, Cost.ENERGY).needsMeter()).isTrue();
    assertThat(new AnalysisGoal(RecommendationObjective.POWER, Cost.TIME).needsMeter()).isTrue();
    assertThat(new AnalysisGoal(RecommendationObjective.ENERGY, Cost.TIME).needsMeter()).isFalse();
    assertThat(new AnalysisGoal(RecommendationObjective.ACCURACY, Cost.ENERGY).needsMeter())
        .isFalse();
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("analysis.json"), text);
  }
}
