package io.github.greenscreen.analysis.recommendation;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunNameOrder;
import io.github.greenscreen.analysis.recommendation.Recommendation.RunnerUp;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ranks the trained configurations other than the recommended one by the objective. A final run
 * sets its own epochs and needs one seed, so that configurations that differ only in these count as
 * one, by the mean of their runs.
 */
final class RunnersUp {
  private RunnersUp() {}

  /**
   * The runs of one configuration.
   *
   * @param first the run with the first name
   * @param mean mean of the objective over all of them
   */
  private record Group(RunMetrics first, double mean) {}

  /** Return the configurations of {@code accurate} that follow {@code best}, the best one first. */
  static List<RunnerUp> of(
      List<RunMetrics> accurate, Configuration best, RecommendationObjective objective, Cost cost) {
    int sign = objective.isHighest() ? -1 : 1;
    Map<Map<String, String>, List<RunMetrics>> groups =
        accurate.stream()
            .sorted(Comparator.comparing(RunMetrics::name, RunNameOrder.ORDER))
            .collect(Collectors.groupingBy(run -> SameConfiguration.key(run.configuration())));
    List<Group> ranked = new ArrayList<>();
    groups.values().forEach(runs -> ranked.add(group(runs, objective, cost)));
    ranked.sort(
        Comparator.comparingDouble((Group group) -> sign * group.mean())
            .thenComparing(group -> group.first().name(), RunNameOrder.ORDER));
    return ranked.stream()
        .filter(group -> !SameConfiguration.is(group.first().configuration(), best))
        .map(group -> new RunnerUp(group.first().name(), group.first().configuration()))
        .toList();
  }

  private static Group group(List<RunMetrics> runs, RecommendationObjective objective, Cost cost) {
    double mean = runs.stream().mapToDouble(run -> objective.of(run, cost)).average().orElseThrow();
    return new Group(runs.get(0), mean);
  }
}
