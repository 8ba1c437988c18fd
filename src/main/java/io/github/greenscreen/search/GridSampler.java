package io.github.greenscreen.search;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Optional;

/**
 * Takes the configurations in their order, from the baseline on, like an odometer whose last
 * parameter turns fastest. The seed does not matter.
 */
@Immutable
public final class GridSampler implements Sampler {

  @Override
  public Optional<Configuration> next(Study study) {
    return sequence(study, 1).stream().findFirst();
  }

  @Override
  public List<Configuration> sequence(Study study, int count) {
    return new Walk(study.space(), index -> index).skip(study.taken()).first(count);
  }
}
