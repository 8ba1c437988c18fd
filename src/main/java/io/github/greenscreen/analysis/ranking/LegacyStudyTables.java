package io.github.greenscreen.analysis.ranking;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunNameOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The three tables of the study, computed from its folders for comparison with the corrected ones.
 *
 * @param byAccuracy five best runs by validation accuracy of the last epoch
 * @param byInterval five best runs by lowest mean watt-hours per interval of the log
 * @param byRatio five best runs by accuracy in percent ÷ mean watt-hours per interval
 * @param sentences the errors of these tables, in words
 */
public record LegacyStudyTables(
    List<Ranking.Place> byAccuracy,
    List<Ranking.Place> byInterval,
    List<Ranking.Place> byRatio,
    List<String> sentences) {
  public LegacyStudyTables {
    byAccuracy = List.copyOf(byAccuracy);
    byInterval = List.copyOf(byInterval);
    byRatio = List.copyOf(byRatio);
    sentences = List.copyOf(sentences);
  }

  /** Compute the tables from {@code runs}; empty if no run has a log in the format of the study. */
  static Optional<LegacyStudyTables> of(List<RunMetrics> runs) {
    if (runs.stream().noneMatch(run -> Double.isFinite(run.whPerInterval()))) {
      return Optional.empty();
    }
    List<Ranking.Place> accuracy = best(runs, run -> run.detail().valAccuracy(), true);
    List<Ranking.Place> interval = best(runs, RunMetrics::whPerInterval, false);
    List<Ranking.Place> ratio =
        best(runs, run -> 100 * run.detail().valAccuracy() / run.whPerInterval(), true);
    return Optional.of(
        new LegacyStudyTables(
            accuracy, interval, ratio, List.of(delivered(runs, accuracy, ratio), mean(runs))));
  }

  private static List<Ranking.Place> best(
      List<RunMetrics> runs, ToDoubleFunction<RunMetrics> number, boolean highest) {
    List<Ranking.Place> all =
        Ranking.of("", runs, number, highest, new TieTolerance(0, 0, 0)).places();
    return all.subList(0, Math.min(Rankings.LENGTH, all.size()));
  }

  private static String delivered(
      List<RunMetrics> runs, List<Ranking.Place> accuracy, List<Ranking.Place> ratio) {
    List<RunMetrics> wrong =
        runs.stream()
            .filter(run -> run.detail().isTested())
            .filter(run -> run.accuracy() < run.detail().valAccuracy() / 2)
            .toList();
    if (wrong.isEmpty()) {
      return "Its accuracies are those of the models that the runs delivered.";
    }
    List<String> names = wrong.stream().map(RunMetrics::name).toList();
    String listed =
        Stream.concat(accuracy.stream(), ratio.stream())
            .map(Ranking.Place::run)
            .distinct()
            .filter(names::contains)
            .collect(Collectors.joining(", "));
    return ("Its accuracies were measured before quantisation; the quantised models of %s reached "
            + "less than half of that in the test (%s)%s.")
        .formatted(
            wrong.size() == 1 ? "1 run" : wrong.size() + " runs",
            RunNameOrder.some(wrong),
            listed.isEmpty() ? "" : ", and of these its tables list " + listed);
  }

  private static String mean(List<RunMetrics> runs) {
    double share =
        runs.stream()
            .mapToDouble(run -> run.energyWh() / run.whPerInterval())
            .filter(Double::isFinite)
            .average()
            .orElse(Double.NaN);
    return String.format(
        Locale.ROOT,
        "Its watt-hours are the mean over the intervals of the log, one power sample each, "
            + "including the interval after training; the energy of a run is %.0f times as much.",
        share);
  }
}
