package io.github.greenscreen.chart;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.ranking.CostAccuracyFront;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A run on the Pareto front.
 *
 * @param label name of the run, with {@code (knee)} appended for the knee
 * @param x cost of the run
 * @param y accuracy in percent
 * @param right horizontal position in the chart, from about 0 at the left to 1 at the right
 * @param up vertical position in the chart, from about 0 at the bottom to 1 at the top
 * @param isKnee whether the point is the knee of the front
 */
record ParetoPoint(String label, double x, double y, double right, double up, boolean isKnee) {
  private static final double WIDE = 0.09;
  private static final double HIGH = 0.045;

  /**
   * Return the points of {@code frontier}, whose runs are among {@code runs}.
   *
   * @param scale transformation that the axis applies to a cost
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

  /** Return whether the labels of both points would overlap. */
  boolean isNear(ParetoPoint other) {
    return Math.abs(right - other.right) < WIDE && Math.abs(up - other.up) < HIGH;
  }
}
