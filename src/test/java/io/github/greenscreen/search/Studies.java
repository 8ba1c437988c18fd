package io.github.greenscreen.search;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.Collection;
import java.util.List;

/** Studies for tests. */
public final class Studies {
  private Studies() {}

  /** Return a study that minimises {@code loss} and has no trial yet. */
  public static StudySnapshot empty(SearchSpace space, long seed) {
    return new StudySnapshot(
        space, List.of(Objective.of("loss", Direction.MINIMIZE)), List.of(), List.of(), seed);
  }

  /** Return a study in which {@code taken} are pending. */
  public static StudySnapshot pending(
      SearchSpace space, Collection<Configuration> taken, long seed) {
    return StudySnapshot.ahead(space, taken, seed);
  }
}
