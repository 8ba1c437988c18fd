package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.recommendation.Recommendation;
import io.github.greenscreen.analysis.recommendation.Recommendation.Choice;
import io.github.greenscreen.analysis.recommendation.Recommendation.RunnerUp;
import io.github.greenscreen.run.ResultFolder;
import io.github.greenscreen.run.evaluation.ConfusionSource;
import io.github.greenscreen.table.CsvRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Writes the files of an analysis: {@code runs_summary.csv}, {@code statistics_summary.csv}, {@code
 * importance.csv}, {@code analysis.json}, {@code best.yaml}, {@code best-2.yaml} and so on.
 */
public final class SummaryWriter {
  /** One row per analysed run: parameters, then numbers. */
  public static final String RUNS = "runs_summary.csv";

  /**
   * All regressions: one row per model, coefficient, parameter, residual diagnostic and
   * interaction.
   */
  public static final String STATISTICS = "statistics_summary.csv";

  /** Parameter importance: one row per metric and parameter. */
  public static final String IMPORTANCE = "importance.csv";

  /** The whole analysis, for other programs. */
  public static final String JSON = "analysis.json";

  /** The recommended configuration, in the form of {@code parameters.yaml}. */
  public static final String RECOMMENDATION = "best.yaml";

  /** Number of configurations that are written: the recommended one and those that follow it. */
  public static final int MOST = 10;

  private SummaryWriter() {}

  /**
   * Return the file of the configuration at {@code place}, from 1: {@link #RECOMMENDATION}, {@code
   * best-2.yaml}, and so on.
   */
  public static String configuration(int place) {
    return place == 1 ? RECOMMENDATION : "best-%d.yaml".formatted(place);
  }

  /** Write all files into {@code reportFolder}, as below, without confusion matrices. */
  public static void write(Path reportFolder, AnalysisResult result) {
    write(reportFolder, result, ConfusionSource.empty());
  }

  /**
   * Write all files into {@code reportFolder}, which is created if it is missing, with confusion
   * matrices from {@code source}. Older files of configurations that are no longer recommended are
   * deleted.
   *
   * @throws io.github.greenscreen.run.model.RunFolderException if a file cannot be written
   */
  public static void write(Path reportFolder, AnalysisResult result, ConfusionSource source) {
    ResultFolder folder = new ResultFolder(reportFolder);
    CompletableFuture<String> json =
        CompletableFuture.supplyAsync(() -> AnalysisJson.of(result, source));
    folder.writeTable(RUNS, CsvRows.of(RunTable.withParameters(result)));
    folder.writeTable(STATISTICS, StatisticsRows.of(result));
    folder.writeTable(IMPORTANCE, CsvRows.of(ImportanceTable.of(result)));
    folder.writeText(JSON, json.join());
    result
        .best()
        .ifPresentOrElse(
            best -> writeBest(folder, result, best), () -> folder.delete(RECOMMENDATION));
    writeRunnersUp(folder, result);
  }

  private static void writeRunnersUp(ResultFolder folder, AnalysisResult result) {
    List<RunnerUp> runnersUp = result.best().map(Recommendation::runnersUp).orElse(List.of());
    for (int place = 2; place <= MOST; place++) {
      if (place - 2 < runnersUp.size()) {
        writeRunnerUp(folder, result, place, runnersUp.get(place - 2));
      } else {
        folder.delete(configuration(place));
      }
    }
  }

  private static void writeRunnerUp(
      ResultFolder folder, AnalysisResult result, int place, RunnerUp runnerUp) {
    Recommendation best = result.best().orElseThrow();
    String noun = best.objective().noun(result.cost());
    folder.writeConfiguration(
        configuration(place),
        List.of(
            "The configuration of run %s: after the recommended one, number %d by %s %s."
                .formatted(
                    runnerUp.run(),
                    place - 1,
                    best.objective().isHighest() ? "high" : "low",
                    PowerSourceLabel.beside(noun, result.basis().source().mark()))),
        runnerUp.configuration(),
        Map.of());
  }

  private static void writeBest(ResultFolder folder, AnalysisResult result, Recommendation best) {
    Map<String, String> remarks =
        best.choices().stream()
            .filter(choice -> best.configuration().find(choice.parameter()).isPresent())
            .collect(Collectors.toMap(Choice::parameter, Choice::reason));
    folder.writeConfiguration(
        RECOMMENDATION,
        List.of(
            "The configuration that %s for %s %s, found by greenscreen analyze."
                .formatted(
                    recommending(result.basis().runs().size()),
                    best.objective().isHighest() ? "high" : "low",
                    PowerSourceLabel.beside(
                        best.objective().noun(result.cost()), result.basis().source().mark())),
            "Values without a clear effect are taken from %srun %s."
                .formatted(result.basis().adjective(), best.source())),
        best.configuration(),
        remarks);
  }

  private static String recommending(int runs) {
    return runs == 1 ? "1 run recommends" : runs + " runs recommend";
  }
}
