package io.github.greenscreen.analysis.ranking;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunNameOrder;
import io.github.greenscreen.power.PowerSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Ranks runs by several metrics; runs without a measured value are not ranked. */
public final class Rankings {
  /** Number of runs in a list of the best. */
  static final int LENGTH = 5;

  private Rankings() {}

  /**
   * Return all runs ranked by accuracy, cost, efficiency, power and cost to the target accuracy, in
   * this order; a ranking by a quantity that no run has is empty.
   */
  static List<Ranking> of(List<RunMetrics> runs, Cost cost) {
    RepeatGroups repeats = new RepeatGroups(runs);
    boolean metered =
        cost == Cost.ENERGY && runs.stream().anyMatch(run -> run.powerSource() != PowerSource.NONE);
    double meter = metered ? TieTolerance.METER : 0;
    ToDoubleFunction<RunMetrics> target =
        run -> cost == Cost.ENERGY ? run.detail().targetWh() : run.detail().targetSeconds();
    return List.of(
        ranking("accuracy", runs, RunMetrics::accuracy, true, repeats, 0),
        ranking(cost.noun(), runs, cost::of, false, repeats, meter),
        ranking("efficiency", runs, RunMetrics::efficiency, true, repeats, meter),
        ranking("power", runs, RunMetrics::powerW, false, repeats, meter),
        ranking(cost.noun() + "_to_target", runs, target, false, repeats, meter));
  }

  private static Ranking ranking(
      String metric,
      List<RunMetrics> runs,
      ToDoubleFunction<RunMetrics> number,
      boolean highest,
      RepeatGroups repeats,
      double meter) {
    return Ranking.of(metric, runs, number, highest, repeats.tolerance(number, meter));
  }

  /**
   * Return at most five of {@code runs} with the highest {@code number}, the highest first. Runs
   * without a finite number are left out; of equal ones, the first name comes first.
   */
  public static List<RunMetrics> highest(
      List<RunMetrics> runs, ToDoubleFunction<RunMetrics> number) {
    return lowest(runs, run -> -number.applyAsDouble(run));
  }

  /** Return at most five of {@code runs} with the lowest {@code number}, as above. */
  public static List<RunMetrics> lowest(
      List<RunMetrics> runs, ToDoubleFunction<RunMetrics> number) {
    return runs.stream()
        .filter(run -> Double.isFinite(number.applyAsDouble(run)))
        .sorted(
            Comparator.comparingDouble(number).thenComparing(RunMetrics::name, RunNameOrder.ORDER))
        .limit(LENGTH)
        .toList();
  }
}
