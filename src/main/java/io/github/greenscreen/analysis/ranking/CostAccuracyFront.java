package io.github.greenscreen.analysis.ranking;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunNameOrder;
import io.github.greenscreen.search.pareto.Hypervolume;
import io.github.greenscreen.search.pareto.ParetoFront;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The Pareto front of accuracy and cost.
 *
 * @param runs names of the non-dominated runs, from the cheapest to the most accurate
 * @param hypervolume dominated area, accuracy in percent × cost, with respect to accuracy 0 and the
 *     reference cost
 * @param referenceCost highest cost of all runs
 * @param knee run of the front that lies farthest above the line between its ends, with both axes
 *     scaled to the front; beyond it, additional accuracy costs more than before. Empty if the
 *     front has fewer than three runs or no run lies above the line
 */
public record CostAccuracyFront(
    List<String> runs, double hypervolume, double referenceCost, Optional<String> knee) {
  public CostAccuracyFront {
    runs = List.copyOf(runs);
    Objects.requireNonNull(knee);
  }

  /** Compute the front of {@code all}; runs without a known accuracy and cost are ignored. */
  static CostAccuracyFront of(List<RunMetrics> all, Cost cost) {
    List<RunMetrics> known =
        all.stream()
            .filter(run -> Double.isFinite(run.accuracy()) && Double.isFinite(cost.of(run)))
            .toList();
    List<double[]> points =
        known.stream().map(run -> new double[] {-100 * run.accuracy(), cost.of(run)}).toList();
    List<RunMetrics> front =
        ParetoFront.of(points).stream()
            .map(known::get)
            .sorted(
                Comparator.comparingDouble((RunMetrics run) -> cost.of(run))
                    .thenComparing(RunMetrics::name, RunNameOrder.ORDER))
            .toList();
    double highest = known.stream().mapToDouble(cost::of).max().orElse(Double.NaN);
    List<double[]> best =
        front.stream().map(run -> new double[] {-100 * run.accuracy(), cost.of(run)}).toList();
    double volume = known.isEmpty() ? Double.NaN : Hypervolume.of(best, new double[] {0, highest});
    return new CostAccuracyFront(
        front.stream().map(RunMetrics::name).toList(), volume, highest, knee(front, cost));
  }

  private static Optional<String> knee(List<RunMetrics> front, Cost cost) {
    if (front.size() < 3) {
      return Optional.empty();
    }
    RunMetrics cheapest = front.get(0);
    RunMetrics best = front.get(front.size() - 1);
    double width = cost.of(best) - cost.of(cheapest);
    double height = best.accuracy() - cheapest.accuracy();
    Optional<String> knee = Optional.empty();
    double farthest = 1e-12;
    for (RunMetrics run : front) {
      double above =
          (run.accuracy() - cheapest.accuracy()) / height
              - (cost.of(run) - cost.of(cheapest)) / width;
      if (above > farthest) {
        farthest = above;
        knee = Optional.of(run.name());
      }
    }
    return knee;
  }
}
