package io.github.greenscreen.analysis.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.SampleRuns;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs whose power was not measured alike are ranked together and explained apart. */
class ComparableRunsTest {
  @Test
  void of_measuredAndEstimatedRuns_explainsTheMeasuredAlone() {
    AnalysisResult result = Analysis.of(study(9, 3, "estimated"), AnalysisOptions.none());

    assertThat(result.byCost()).extracting(RunMetrics::name).startsWith("010");
    assertThat(result.basis().source()).isEqualTo(PowerSource.MEASURED);
    assertThat(result.regressions()).extracting(Regression::runs).containsOnly(9);
    assertThat(result.best().orElseThrow().source()).isEqualTo("001");
    assertThat(result.best().orElseThrow().choices().get(1).reason())
        .endsWith("is the value of run 001, the most efficient measured one.");
    assertThat(result.mark()).isEqualTo("some estimated");
    assertThat(result.notes())
        .contains(
            "Power was measured in 9 runs (001, 002, 003, 004, 005, 006, 007, 008 and 1 "
                + "more), estimated in 3 runs (010, 011, 012); rankings mark these energies, "
                + "which are not comparable.",
            "Regressions and recommendation use only the measured runs; 3 runs of another "
                + "source are left out.");
  }

  @Test
  void of_estimatedRunsAlone_explainsThemAndSaysSo() {
    AnalysisResult result = Analysis.of(study(0, 9, "estimated"), AnalysisOptions.none());

    assertThat(result.basis().left()).isEmpty();
    assertThat(result.regressions()).extracting(Regression::runs).containsOnly(9);
    assertThat(result.mark()).isEqualTo("estimated");
    assertThat(result.notes())
        .contains("All power is estimated, not measured, and so are energy, efficiency and CO2e.");
  }

  @Test
  void of_replayedRuns_saysWhoseEnergyItIs() {
    assertThat(Analysis.of(study(0, 2, "replayed"), AnalysisOptions.none()).notes())
        .contains(
            "All power is replayed from an earlier recording, so energy, efficiency and CO2e are"
                + " not those of these runs.");
  }

  @Test
  void of_partlyEstimatedRuns_saysSo() {
    assertThat(Analysis.of(study(0, 2, "mixed"), AnalysisOptions.none()).notes())
        .contains(
            "Part of the power is estimated, not measured, and so are energy, efficiency "
                + "and CO2e.");
  }

  @Test
  void of_measuredRuns_saysNothing() {
    AnalysisResult result = Analysis.of(study(9, 0, ""), AnalysisOptions.none());

    assertThat(result.mark()).isEmpty();
    assertThat(result.basis().adjective()).isEmpty();
    assertThat(result.notes()).noneMatch(note -> note.contains("ower"));
  }

  @Test
  void of_noMeasuredRuns_takesTheMostFrequentSource() {
    List<RunRecord> runs = new ArrayList<>(study(0, 3, "replayed"));
    runs.addAll(study(3, 2, "estimated").subList(3, 5));

    ComparableRuns basis = Analysis.of(runs, AnalysisOptions.none()).basis();

    assertThat(basis.source()).isEqualTo(PowerSource.REPLAYED);
    assertThat(basis.left()).extracting(RunMetrics::name).containsExactly("004", "005");
  }

  /** Return {@code measured} runs, then others of another source that need less energy. */
  private static List<RunRecord> study(int measured, int others, String source) {
    return IntStream.rangeClosed(1, measured + others)
        .mapToObj(
            i -> {
              boolean other = i > measured;
              RunRecord run =
                  SampleRuns.run(
                      "%03d".formatted(i),
                      SampleRuns.configuration("p", i % 2 == 0 ? "a" : "b", "q", "c" + i % 3),
                      0.5,
                      10,
                      (other ? 1 : 100) * (5 + 0.1 * (i * i % 7) + 0.05 * i));
              return other ? SampleRuns.with(run, source) : run;
            })
        .toList();
  }
}
