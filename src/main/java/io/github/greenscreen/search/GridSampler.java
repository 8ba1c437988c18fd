package io.github.greenscreen.search;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Takes the configurations in their order, from the baseline on, like an odometer whose last
 * parameter turns fastest. The seed does not matter.
 */
@Immutable
public final class GridSampler implements Sampler {

  @Override
  public Optional<Configuration> next(
      SearchSpace space, Collection<Configuration> taken, long seed) {
    return sequence(space, taken, seed, 1).stream().findFirst();
  }

  @Override
  public List<Configuration> sequence(
      SearchSpace space, Collection<Configuration> taken, long seed, int count) {
    return new Walk(space, index -> index).skip(taken).first(count);
  }
}
