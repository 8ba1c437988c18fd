package io.github.greenscreen.search;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Chooses configurations. Implementations are stateless and deterministic. */
@Immutable
public interface Sampler {

  /**
   * Return the next configuration to try.
   *
   * @param space the search space
   * @param taken every configuration tried so far or being tried, in any order; those outside the
   *     space do not matter
   * @param seed seed of the sweep
   * @return a configuration of the space that is not in {@code taken}, or empty where all are taken
   */
  Optional<Configuration> next(SearchSpace space, Collection<Configuration> taken, long seed);

  /**
   * Return the next {@code count} configurations: what as many calls of {@link #next} would give if
   * each answer were added to {@code taken}; fewer where the space is exhausted.
   */
  default List<Configuration> sequence(
      SearchSpace space, Collection<Configuration> taken, long seed, int count) {
    List<Configuration> all = new ArrayList<>(taken);
    List<Configuration> result = new ArrayList<>();
    Optional<Configuration> next = count > 0 ? next(space, all, seed) : Optional.empty();
    while (next.isPresent()) {
      all.add(next.get());
      result.add(next.get());
      next = result.size() < count ? next(space, all, seed) : Optional.empty();
    }
    return result;
  }
}
