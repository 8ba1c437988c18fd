package io.github.greenscreen.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.metrics.EmissionFactor;
import io.github.greenscreen.analysis.recommendation.RecommendationObjective;
import io.github.greenscreen.cli.report.AnalyzeCommand;
import io.github.greenscreen.cli.report.ReportCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class RecommendationOptionsTest {

  @Test
  void options_allOfThem_reachTheAnalysis() {
    RecommendationOptions goals = new RecommendationOptions();
    new CommandLine(new Host(goals))
        .parseArgs(
            "--objective=power", "--min-accuracy=60%", "--target-accuracy=0.8", "--interactions");

    AnalysisOptions options = goals.toOptions(EmissionFactor.world());

    assertThat(options.objective()).isEqualTo(RecommendationObjective.POWER);
    assertThat(options.minAccuracy()).hasValue(0.6);
    assertThat(options.targetAccuracy()).hasValue(0.8);
    assertThat(options.interactions()).isTrue();
    assertThat(new RecommendationOptions().toOptions(EmissionFactor.world()).interactions())
        .isFalse();
  }

  /** What one shows, the other must be able to print. */
  @ParameterizedTest
  @ValueSource(classes = {AnalyzeCommand.class, ReportCommand.class})
  void commands_ofTheAnalysis_takeThem(Class<?> command) {
    assertThat(CommandLine.Model.CommandSpec.forAnnotatedObject(command).optionsMap())
        .containsKeys("--objective", "--min-accuracy", "--target-accuracy", "--interactions");
  }

  @Command
  private record Host(@CommandLine.Mixin RecommendationOptions goals) {}
}
