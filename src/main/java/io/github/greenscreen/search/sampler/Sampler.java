package io.github.greenscreen.search.sampler;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses configurations. Implementations are stateless and deterministic: the result depends on
 * the study alone. Their random numbers come from a separate stream for each trial number.
 */
@Immutable
public interface Sampler {

  /**
   * Return the configuration of trial {@link StudySnapshot#nextNumber()}.
   *
   * @param study the state of the search; the configurations of all its trials count as taken,
   *     whatever their state; those outside the space are ignored
   * @return a configuration of the space that is not taken, or empty if none is left
   */
  Optional<Configuration> next(StudySnapshot study);

  /**
   * Return the next {@code count} configurations, as if each result of {@link #next} became a
   * pending trial of the study; fewer if the space is exhausted.
   */
  default List<Configuration> sequence(StudySnapshot study, int count) {
    List<Configuration> result = new ArrayList<>();
    StudySnapshot known = study;
    while (result.size() < count) {
      Optional<Configuration> next = next(known);
      if (next.isEmpty()) {
        break;
      }
      result.add(next.get());
      known = known.withPending(next.get());
    }
    return result;
  }
}
