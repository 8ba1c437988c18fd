package io.github.greenscreen.simulation;

import io.github.greenscreen.search.pareto.Hypervolume;
import io.github.greenscreen.search.pareto.ParetoFront;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Scales objectives to [0, 1]: 0 is the best value among the feasible configurations of the table,
 * 1 the worst.
 */
final class ObjectiveNormalizer {
  private final TabularBenchmark problem;
  private final double[] best;
  private final double[] worst;

  private ObjectiveNormalizer(TabularBenchmark problem, double[] best, double[] worst) {
    this.problem = problem;
    this.best = best;
    this.worst = worst;
  }

  /** Take the scale from all feasible configurations of {@code problem}. */
  static ObjectiveNormalizer round(TabularBenchmark problem) {
    List<double[]> all =
        problem.measured().values().stream()
            .filter(problem::isFeasible)
            .map(problem::losses)
            .toList();
    double[] best = all.get(0).clone();
    double[] worst = best.clone();
    for (double[] point : all) {
      for (int i = 0; i < point.length; i++) {
        best[i] = Math.min(best[i], point[i]);
        worst[i] = Math.max(worst[i], point[i]);
      }
    }
    return new ObjectiveNormalizer(problem, best, worst);
  }

  /** Return the share of the box between best and worst that {@code found} dominates. */
  double volume(List<Map<String, Double>> found) {
    double[] ones = new double[best.length];
    Arrays.fill(ones, 1);
    return Hypervolume.of(points(found), ones);
  }

  /** Return the number of distinct points of {@code found} on its Pareto front. */
  long front(List<Map<String, Double>> found) {
    List<double[]> points = points(found);
    return ParetoFront.of(points).stream()
        .map(place -> Arrays.toString(points.get(place)))
        .distinct()
        .count();
  }

  private List<double[]> points(List<Map<String, Double>> found) {
    return found.stream().map(problem::losses).map(this::scaled).toList();
  }

  private double[] scaled(double[] point) {
    double[] scaled = new double[point.length];
    for (int i = 0; i < point.length; i++) {
      double width = worst[i] - best[i];
      scaled[i] = width > 0 ? (point[i] - best[i]) / width : 0;
    }
    return scaled;
  }
}
