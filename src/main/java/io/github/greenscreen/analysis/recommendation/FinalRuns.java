package io.github.greenscreen.analysis.recommendation;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.analysis.metrics.RunNameOrder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.space.Configuration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the final run that the results refer to, and describes the others. */
public final class FinalRuns {
  private static final Set<RunState> ENDED = Set.of(RunState.COMPLETED, RunState.STOPPED);

  private FinalRuns() {}

  /**
   * Return the last final run of the configuration {@code recommended}, or of any if it has none,
   * if that run completed. A later one that was stopped is not a result, but hides earlier ones.
   */
  public static Optional<RunRecord> main(
      List<RunRecord> records, Optional<Configuration> recommended) {
    List<RunRecord> ended =
        records.stream()
            .filter(run -> run.status().purpose() == RunPurpose.FINAL)
            .filter(run -> ENDED.contains(run.status().state()))
            .toList();
    return last(ended.stream().filter(run -> isOf(run, recommended)).toList())
        .or(() -> last(ended))
        .filter(run -> run.status().state() == RunState.COMPLETED);
  }

  /**
   * Return a sentence on every completed final run in {@code records} but {@code main}, in the
   * order of their names; those that differ only in their seed, as in a race, have one in common.
   *
   * @param analysed the runs of the sweep, of which one has usually the same configuration
   */
  public static List<String> others(
      List<RunRecord> records, Optional<RunRecord> main, List<RunMetrics> analysed, Cost cost) {
    Map<Map<String, String>, List<RunMetrics>> groups =
        records.stream()
            .filter(run -> run.status().purpose() == RunPurpose.FINAL)
            .filter(run -> run.status().state() == RunState.COMPLETED)
            .filter(run -> main.filter(run::equals).isEmpty())
            .map(run -> RunMetricsFactory.of(run, cost))
            .sorted(Comparator.comparing(RunMetrics::name, RunNameOrder.ORDER))
            .collect(
                Collectors.groupingBy(
                    run -> SameConfiguration.keyWithEpochs(run.configuration()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return groups.values().stream()
        .map(
            runs ->
                runs.size() == 1
                    ? sentence(runs.get(0), analysed, cost)
                    : sentence(runs, analysed, cost))
        .toList();
  }

  private static boolean isOf(RunRecord run, Optional<Configuration> recommended) {
    return recommended
        .filter(wanted -> SameConfiguration.is(run.plan().whole(), wanted))
        .isPresent();
  }

  private static Optional<RunRecord> last(List<RunRecord> runs) {
    return runs.stream().max(Comparator.comparing(RunRecord::name, RunNameOrder.ORDER));
  }

  private static String sentence(RunMetrics run, List<RunMetrics> analysed, Cost cost) {
    String spent =
        Double.isFinite(cost.of(run))
            ? String.format(Locale.ROOT, ", with %.5g %s", cost.of(run), cost.unit())
            : "";
    return String.format(
        Locale.ROOT,
        "Another final run, %s (%s%d %s), reached %s of %.2f %%%s.",
        run.name(),
        source(run, analysed),
        run.epochs(),
        run.epochs() == 1 ? "epoch" : "epochs",
        isTestedOnly(run) ? "a test accuracy" : "an accuracy",
        100 * (isTestedOnly(run) ? run.testAccuracy() : run.accuracy()),
        spent);
  }

  /** Return a sentence on several runs of one configuration. */
  private static String sentence(List<RunMetrics> runs, List<RunMetrics> analysed, Cost cost) {
    double spent = runs.stream().mapToDouble(cost::of).average().orElse(Double.NaN);
    int most = runs.stream().mapToInt(RunMetrics::epochs).max().orElseThrow();
    return String.format(
        Locale.ROOT,
        "%d other final runs, %s to %s (%s%s%d %s), differ only in their seed and reached a mean"
            + " accuracy of %.2f %%%s.",
        runs.size(),
        runs.get(0).name(),
        runs.get(runs.size() - 1).name(),
        source(runs.get(0), analysed),
        runs.stream().allMatch(run -> run.epochs() == most) ? "" : "at most ",
        most,
        most == 1 ? "epoch" : "epochs",
        100 * runs.stream().mapToDouble(RunMetrics::accuracy).average().orElse(Double.NaN),
        Double.isFinite(spent)
            ? String.format(Locale.ROOT, ", with %.5g %s on average", spent, cost.unit())
            : "");
  }

  /** Return whether {@code run} had no validation images, and is therefore judged by its test. */
  private static boolean isTestedOnly(RunMetrics run) {
    return Double.isNaN(run.accuracy()) && !Double.isNaN(run.testAccuracy());
  }

  private static String source(RunMetrics run, List<RunMetrics> analysed) {
    return analysed.stream()
        .filter(each -> SameConfiguration.is(run.configuration(), each.configuration()))
        .findFirst()
        .map(each -> "configuration of run " + each.name() + ", ")
        .orElse("");
  }
}
