package io.github.greenscreen.search;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.Collection;
import java.util.Optional;

/** Chooses configurations. Implementations are stateless and deterministic. */
public interface Sampler {

  /**
   * Return the next configuration to try.
   *
   * @param space the search space
   * @param taken every configuration tried so far or being tried, in any order
   * @param seed seed of the sweep
   * @return a configuration of the space that is not in {@code taken}, or empty where all are taken
   */
  Optional<Configuration> next(SearchSpace space, Collection<Configuration> taken, long seed);
}
