package io.github.greenscreen.search;

import io.github.greenscreen.search.axis.Point;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Finds a free point of a high score: many are looked at, the best are improved step by step, one
 * parameter at a time. Not thread-safe.
 */
final class Climb {
  private static final int DRAWS = 200;
  private static final int STARTS = 4;
  private static final int STEPS = 15;

  private final Neighbourhood neighbourhood;
  private final ToDoubleFunction<Point> score;
  private final Map<Point, Double> known = new HashMap<>();

  /** Climb in {@code neighbourhood} towards a higher {@code score}. */
  Climb(Neighbourhood neighbourhood, ToDoubleFunction<Point> score) {
    this.neighbourhood = neighbourhood;
    this.score = score;
  }

  /**
   * Return the best point found among draws and in the neighbourhood of {@code promising} ones; the
   * best there is in a small space; empty where no free point was met.
   */
  Optional<Point> best(List<Point> promising) {
    if (neighbourhood.isSmall()) {
      return neighbourhood.all().stream().max(Comparator.comparingDouble(this::score));
    }
    List<Point> pool = neighbourhood.drawn(DRAWS);
    promising.forEach(point -> pool.addAll(neighbourhood.round(point)));
    return pool.stream()
        .distinct()
        .sorted(Comparator.comparingDouble(this::score).reversed())
        .limit(STARTS)
        .map(this::climb)
        .max(Comparator.comparingDouble(this::score));
  }

  private Point climb(Point start) {
    Point at = start;
    for (int step = 0; step < STEPS; step++) {
      Optional<Point> best =
          neighbourhood.round(at).stream().max(Comparator.comparingDouble(this::score));
      if (best.isEmpty() || score(best.get()) <= score(at)) {
        break;
      }
      at = best.get();
    }
    return at;
  }

  private double score(Point point) {
    return known.computeIfAbsent(point, score::applyAsDouble);
  }
}
