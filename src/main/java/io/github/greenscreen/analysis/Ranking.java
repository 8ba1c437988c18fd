package io.github.greenscreen.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * All runs by one number, best first; runs in which it was not measured are not ranked.
 *
 * @param metric what they are ranked by: {@code accuracy}, {@code energy}, {@code efficiency} and
 *     so on
 * @param highest whether more is better
 * @param tolerance how far apart two runs must be to be told apart
 * @param places one for each run
 */
public record Ranking(String metric, boolean highest, TieTolerance tolerance, List<Place> places) {
  public Ranking {
    Objects.requireNonNull(metric);
    Objects.requireNonNull(tolerance);
    places = List.copyOf(places);
  }

  /**
   * One run.
   *
   * @param run its name
   * @param value what it is ranked by
   * @param rank its rank from 1; runs that cannot be told apart from the first of them share it
   * @param isTied whether it shares its rank
   */
  public record Place(String run, double value, int rank, boolean isTied) {
    /** Return the rank for people: {@code 3}, or {@code 3=} where it is shared. */
    public String spelling() {
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

  /** Return the rank of the run {@code name} for people; empty where it is not ranked. */
  public String rankOf(String name) {
    return places.stream()
        .filter(place -> place.run().equals(name))
        .findFirst()
        .map(Place::spelling)
        .orElse("");
  }
}
