package io.github.greenscreen.analysis.ranking;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunNameOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * All runs ranked by one metric, best first; runs without a measured value are not ranked.
 *
 * @param metric metric of the ranking: {@code accuracy}, {@code energy}, {@code efficiency} and so
 *     on
 * @param highest whether higher is better
 * @param tolerance minimum difference between distinguishable runs
 * @param places one place per ranked run
 */
public record Ranking(String metric, boolean highest, TieTolerance tolerance, List<Place> places) {
  public Ranking {
    Objects.requireNonNull(metric);
    Objects.requireNonNull(tolerance);
    places = List.copyOf(places);
  }

  /**
   * The place of one run.
   *
   * @param run name of the run
   * @param value its value of the metric
   * @param rank rank from 1; runs that cannot be distinguished from the first of their group share
   *     it
   * @param isTied whether the rank is shared
   */
  public record Place(String run, double value, int rank, boolean isTied) {
    /** Return the rank as text: {@code 3}, or {@code 3=} if it is shared. */
    public String configName() {
      return rank + (isTied ? "=" : "");
    }
  }

  /** Rank {@code runs} by {@code number}. */
  static Ranking of(
      String metric,
      List<RunMetrics> runs,
      ToDoubleFunction<RunMetrics> number,
      boolean highest,
      TieTolerance tolerance) {
    int sign = highest ? -1 : 1;
    List<RunMetrics> order =
        runs.stream()
            .filter(run -> Double.isFinite(number.applyAsDouble(run)))
            .sorted(
                Comparator.comparingDouble((RunMetrics run) -> sign * number.applyAsDouble(run))
                    .thenComparing(RunMetrics::name, RunNameOrder.ORDER))
            .toList();
    List<Place> places = new ArrayList<>();
    for (int first = 0; first < order.size(); ) {
      double best = number.applyAsDouble(order.get(first));
      int end = first + 1;
      while (end < order.size() && tolerance.ties(best, number.applyAsDouble(order.get(end)))) {
        end++;
      }
      for (int i = first; i < end; i++) {
        RunMetrics run = order.get(i);
        places.add(new Place(run.name(), number.applyAsDouble(run), first + 1, end - first > 1));
      }
      first = end;
    }
    return new Ranking(metric, highest, tolerance, places);
  }

  /** Return the rank of run {@code name} as text; an empty string if it is not ranked. */
  public String rankOf(String name) {
    return places.stream()
        .filter(place -> place.run().equals(name))
        .findFirst()
        .map(Place::configName)
        .orElse("");
  }
}
