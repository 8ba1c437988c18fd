package io.github.greenscreen.search;

import io.github.greenscreen.search.axis.Point;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Finds a free candidate of a high score: many are looked at, and the best improved step by step. */
final class Climb {
  private static final int STARTS = 4;
  private static final int STEPS = 15;

  private final Neighbourhood neighbourhood;
  private final ToDoubleFunction<Point> score;
  private final Map<Point, Double> known = new HashMap<>();

  Climb(Neighbourhood neighbourhood, ToDoubleFunction<Point> score) {
    this.neighbourhood = neighbourhood;
    this.score = score;
  }

  /** Return the best candidate found from {@code pool}, empty where the pool is. */
  Optional<Candidate> from(List<Candidate> pool) {
    return pool.stream()
        .sorted(Comparator.comparingDouble(this::score).reversed())
        .distinct()
        .limit(STARTS)
        .map(this::climb)
        .max(Comparator.comparingDouble(this::score));
  }

  private Candidate climb(Candidate start) {
    Candidate at = start;
    for (int step = 0; step < STEPS; step++) {
      Optional<Candidate> best =
          neighbourhood.round(at.point()).stream().max(Comparator.comparingDouble(this::score));
      if (best.isEmpty() || score(best.get()) <= score(at)) {
        break;
      }
      at = best.get();
    }
    return at;
  }

  private double score(Candidate candidate) {
    return known.computeIfAbsent(candidate.point(), score::applyAsDouble);
  }
}
