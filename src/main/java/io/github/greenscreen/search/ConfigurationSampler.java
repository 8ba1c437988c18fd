package io.github.greenscreen.search;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Draws configurations from the distributions of the parameters; forbidden and taken ones are
 * rejected and drawn again. Each trial has a random stream of its own. Not thread-safe.
 */
public final class ConfigurationSampler {
  /** Number of draws after which a finite space is enumerated instead. */
  private static final int FINITE_ATTEMPTS = 1_000;

  /** Number of draws after which all likely configurations are assumed to be taken. */
  private static final int ATTEMPTS = 10_000;

  private final SearchSpace space;
  private final long seed;
  private final Set<Configuration> taken = new HashSet<>();

  /** Draw configurations from {@code space} that {@code study} has not taken. */
  ConfigurationSampler(StudySnapshot study) {
    this.space = study.space();
    this.seed = study.seed();
    study.taken().forEach(this::take);
  }

  /**
   * Return a configuration for trial {@code number} and mark it as taken; empty if none is left.
   */
  Optional<Configuration> next(int number) {
    SplittableRandom random = TrialRandom.of(seed, number);
    int attempts = space.isFinite() ? FINITE_ATTEMPTS : ATTEMPTS;
    for (int i = 0; i < attempts; i++) {
      double[] unit = random.doubles(space.dimensions().size()).toArray();
      Optional<Configuration> drawn = space.at(unit);
      if (drawn.isPresent() && taken.add(drawn.get())) {
        return drawn;
      }
    }
    return space.isFinite() ? rest() : Optional.empty();
  }

  /** Return the first remaining configuration in an order that the seed shuffles. */
  private Optional<Configuration> rest() {
    if (space.isEmpty()) {
      return Optional.empty();
    }
    FeistelPermutation order = new FeistelPermutation(space.size(), seed);
    Optional<Configuration> left =
        new SpaceIterator(space, order::at).skip(taken).first(1).stream().findFirst();
    left.ifPresent(taken::add);
    return left;
  }

  private void take(Configuration configuration) {
    space.project(configuration).ifPresent(taken::add);
  }
}
