package io.github.greenscreen.search;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses configurations. Implementations keep nothing between calls and are deterministic: the
 * answer follows from the study alone. What they draw at random comes from a stream of its own for
 * every trial number.
 */
@Immutable
public interface Sampler {

  /**
   * Return the configuration of trial {@link StudySnapshot#nextNumber()}.
   *
   * @param study what is known so far; the configurations of all its trials count as taken,
   *     whatever their state, those outside the space do not matter
   * @return a configuration of the space that is not taken, or empty where all are
   */
  Optional<Configuration> next(StudySnapshot study);

  /**
   * Return the next {@code count} configurations: what as many calls of {@link #next} would give if
   * each answer became a pending trial of the study; fewer where the space is exhausted.
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
