package io.github.greenscreen.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.Golden;
import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.report.ReportFixture;
import io.github.greenscreen.run.ResultFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.space.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryWriterTest {
  private final Locale before = Locale.getDefault();
  @TempDir private Path folder;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
  void write_anyLocale_isTheSame(String locale) throws IOException {
    Locale.setDefault(Locale.forLanguageTag(locale));

    SummaryWriter.write(folder, SampleAnalysis.result());

    for (String name :
        new String[] {
          "runs_summary.csv",
          "statistics_summary.csv",
          "importance.csv",
          "best.yaml",
          "analysis.json"
        }) {
      Golden.check(SummaryWriterTest.class, name, Files.readString(folder.resolve(name)));
    }
  }

  @Test
  void write_recordedPhases_areColumnsOfTheTableOfRuns() throws IOException {
    SummaryWriter.write(folder, Analysis.of(ReportFixture.study(3, true), AnalysisOptions.none()));

    List<String> runs = Files.readAllLines(folder.resolve(SummaryWriter.RUNS));
    assertThat(runs.get(0))
        .contains(
            ",val_top5,test_top5,val_ece,test_ece,energy_to_best_epoch_Wh,seconds_to_best_epoch,"
                + "phase_seconds_load,phase_seconds_train,phase_seconds_validate,"
                + "phase_seconds_test");
    assertThat(runs.get(1)).contains(",1.5,").contains(",2.5,");
    assertThat(folder.resolve(SummaryWriter.JSON)).content().contains("\"phase_seconds\": {");
  }

  @Test
  void write_estimatedPower_isMarkedInEveryFile() throws IOException {
    SummaryWriter.write(folder, SampleAnalysis.estimated("004"));

    List<String> runs = Files.readAllLines(folder.resolve(SummaryWriter.RUNS));
    int column = List.of(runs.get(0).split(",")).indexOf("power_source");
    assertThat(runs.stream().skip(1).map(line -> line.split(",", -1)[column]))
        .hasSize(14)
        .containsOnlyOnce("measured")
        .contains("estimated");

    SummaryWriter.write(folder, SampleAnalysis.estimated());

    assertThat(Files.readAllLines(folder.resolve(SummaryWriter.STATISTICS)).stream().skip(1))
        .allMatch(
            line ->
                line.endsWith(",estimated")
                    != line.startsWith(ResponseVariable.VAL_ACCURACY + ","));
    assertThat(folder.resolve(SummaryWriter.RECOMMENDATION))
        .content()
        .startsWith("# The configuration that 14 runs recommend for low energy (estimated), found");
  }

  @Test
  void write_oneRun_countsItAsOne() throws IOException {
    RunRecord run = SampleRuns.run("001", SampleRuns.configuration("p", "a"), 0.5, 8, 0.1);

    SummaryWriter.write(folder, Analysis.of(List.of(run), AnalysisOptions.none()));

    assertThat(folder.resolve(SummaryWriter.RECOMMENDATION))
        .content()
        .startsWith("# The configuration that 1 run recommends for low energy, found");
  }

  @Test
  void write_incompleteEnergy_hasNoNetEnergyEither() throws IOException {
    RunEnergy incomplete = new RunEnergy(0.1, 40, 0.05, 80, "samples lost");
    RunRecord run = SampleRuns.run("002", SampleRuns.configuration("p", "a"), 0.5, 8, 0.1);
    List<RunRecord> runs =
        List.of(
            SampleRuns.with(run, incomplete),
            SampleRuns.run("003", SampleRuns.configuration("p", "b"), 0.5, 8, 0.1));

    SummaryWriter.write(folder, Analysis.of(runs, AnalysisOptions.none()));

    assertThat(Files.readAllLines(folder.resolve(SummaryWriter.RUNS)).get(1))
        .contains(",N/A,N/A,N/A,N/A,40,80,samples lost,measured,");
  }

  @Test
  void write_best_isReadBackAsItIs() {
    AnalysisResult result = SampleAnalysis.result();

    SummaryWriter.write(folder, result);

    assertThat(ResultFolder.readConfiguration(folder.resolve(SummaryWriter.RECOMMENDATION)))
        .isEqualTo(result.best().orElseThrow().configuration());
  }

  @Test
  void write_runnersUp_haveFilesUpToTheTenth() {
    List<RunRecord> runs = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      Configuration configuration = SampleRuns.configuration("p", "v" + i, "epochs", "1");
      runs.add(SampleRuns.run("0%02d".formatted(i), configuration, 0.5, 8, i));
    }

    SummaryWriter.write(folder, Analysis.of(runs, AnalysisOptions.none()));

    assertThat(folder.resolve("best.yaml")).content().contains("\np: v1 ");
    assertThat(folder.resolve("best-2.yaml"))
        .hasContent(
            """
            # The configuration of run 002: after the recommended one, number 1 by low energy.
            p: v2
            epochs: 1
            seed: 22
            dataset: shapes
            """);
    assertThat(folder.resolve("best-10.yaml")).content().contains("p: v10\n");
    assertThat(folder.resolve("best-11.yaml")).doesNotExist();

    SummaryWriter.write(folder, Analysis.of(runs.subList(0, 2), AnalysisOptions.none()));

    assertThat(folder.resolve("best-2.yaml")).exists();
    assertThat(folder.resolve("best-3.yaml")).doesNotExist();
  }

  @Test
  void write_noBest_deletesTheOldOne() {
    SummaryWriter.write(folder, SampleAnalysis.result());

    SummaryWriter.write(folder, SampleAnalysis.withoutBest());

    assertThat(folder.resolve(SummaryWriter.RECOMMENDATION)).doesNotExist();
    assertThat(folder.resolve(SummaryWriter.configuration(2))).doesNotExist();
    assertThat(folder.resolve(SummaryWriter.RUNS)).exists();
  }
}
