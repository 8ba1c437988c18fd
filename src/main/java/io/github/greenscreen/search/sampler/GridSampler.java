package io.github.greenscreen.search.sampler;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.search.SearchException;
import io.github.greenscreen.search.SpaceIterator;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.List;
import java.util.Optional;

/**
 * Proposes the configurations in their order, starting at the baseline; the last parameter changes
 * fastest. The seed has no effect. Infinite spaces are rejected with a {@link SearchException}.
 */
@Immutable
public final class GridSampler implements Sampler {

  @Override
  public Optional<Configuration> next(StudySnapshot study) {
    return sequence(study, 1).stream().findFirst();
  }

  @Override
  public List<Configuration> sequence(StudySnapshot study, int count) {
    refuseRanges(study.space());
    return new SpaceIterator(study.space(), index -> index).skip(study.taken()).first(count);
  }

  private static void refuseRanges(SearchSpace space) {
    space.parameters().stream()
        .filter(parameter -> !parameter.isFinite())
        .findFirst()
        .ifPresent(
            parameter -> {
              throw new SearchException(
                  ("method grid needs a list of values, but parameter %s has none (%s); "
                          + "give it values or a distribution with steps, or use method random")
                      .formatted(parameter.name(), parameter));
            });
  }
}
