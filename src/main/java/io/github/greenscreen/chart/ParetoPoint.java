package io.github.greenscreen.chart;

import io.github.greenscreen.analysis.Cost;
import io.github.greenscreen.analysis.CostAccuracyFront;
import io.github.greenscreen.analysis.RunMetrics;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A run of the Pareto front.
 *
 * @param label its name, with {@code (knee)} behind it where the front bends
 * @param x its cost
 * @param y its accuracy in percent
 * @param right where it lies in the picture, about 0 at the left and 1 at the right
 * @param up where it lies in the picture, about 0 at the bottom and 1 at the top
 * @param isKnee whether the front bends there
 */
record ParetoPoint(String label, double x, double y, double right, double up, boolean isKnee) {
  private static final double WIDE = 0.09;
  private static final double HIGH = 0.045;

  /**
   * Find the points of {@code frontier} among {@code runs}.
   *
   * @param scale what the axis of cost does to a cost
   */
  static List<ParetoPoint> of(
      CostAccuracyFront frontier, List<RunMetrics> runs, Cost cost, DoubleUnaryOperator scale) {
    Map<String, RunMetrics> byName =
        runs.stream().collect(Collectors.toMap(RunMetrics::name, Function.identity(), (a, b) -> a));
    DoubleSummaryStatistics costs =
        runs.stream().mapToDouble(cost::of).map(scale).summaryStatistics();
    double width = Math.max(1e-9, costs.getMax() - costs.getMin());
    double height = Math.max(1e-9, runs.stream().mapToDouble(RunMetrics::accuracy).max().orElse(1));
    return frontier.runs().stream()
        .map(byName::get)
        .filter(Objects::nonNull)
        .map(
            run -> {
              boolean knee = frontier.knee().filter(run.name()::equals).isPresent();
              double right = (scale.applyAsDouble(cost.of(run)) - costs.getMin()) / width;
              return new ParetoPoint(
                  knee ? run.name() + " (knee)" : run.name(),
                  cost.of(run),
                  100 * run.accuracy(),
                  right,
                  run.accuracy() / height,
                  knee);
            })
        .toList();
  }

  /** Tell whether the names of both would lie over each other. */
  boolean isNear(ParetoPoint other) {
    return Math.abs(right - other.right) < WIDE && Math.abs(up - other.up) < HIGH;
  }
}
