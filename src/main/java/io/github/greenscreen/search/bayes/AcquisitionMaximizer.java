package io.github.greenscreen.search.bayes;

import io.github.greenscreen.search.axis.EncodedConfiguration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Maximises an acquisition function over untried points: evaluates many candidates and improves the
 * best by coordinate-wise local search. Not thread-safe.
 */
final class AcquisitionMaximizer {
  private static final int DRAWS = 200;
  private static final int STARTS = 4;
  private static final int STEPS = 15;

  private final CandidateGenerator neighbourhood;
  private final ToDoubleFunction<EncodedConfiguration> score;
  private final Map<EncodedConfiguration, Double> known = new HashMap<>();

  /** Maximise {@code score} by local search in {@code neighbourhood}. */
  AcquisitionMaximizer(
      CandidateGenerator neighbourhood, ToDoubleFunction<EncodedConfiguration> score) {
    this.neighbourhood = neighbourhood;
    this.score = score;
  }

  /**
   * Return the best point found among random draws and the neighbours of {@code promising} points.
   * In a small space it is the global maximum. Empty if no untried point was found.
   */
  Optional<EncodedConfiguration> best(List<EncodedConfiguration> promising) {
    if (neighbourhood.isSmall()) {
      return neighbourhood.all().stream().max(Comparator.comparingDouble(this::score));
    }
    List<EncodedConfiguration> pool = neighbourhood.drawn(DRAWS);
    promising.forEach(point -> pool.addAll(neighbourhood.round(point)));
    return pool.stream()
        .distinct()
        .sorted(Comparator.comparingDouble(this::score).reversed())
        .limit(STARTS)
        .map(this::climb)
        .max(Comparator.comparingDouble(this::score));
  }

  private EncodedConfiguration climb(EncodedConfiguration start) {
    EncodedConfiguration at = start;
    for (int step = 0; step < STEPS; step++) {
      Optional<EncodedConfiguration> best =
          neighbourhood.round(at).stream().max(Comparator.comparingDouble(this::score));
      if (best.isEmpty() || score(best.get()) <= score(at)) {
        break;
      }
      at = best.get();
    }
    return at;
  }

  private double score(EncodedConfiguration point) {
    return known.computeIfAbsent(point, score::applyAsDouble);
  }
}
