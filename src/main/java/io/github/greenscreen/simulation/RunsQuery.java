package io.github.greenscreen.simulation;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.Trial;
import java.util.List;
import java.util.Objects;

/**
 * A search over finished runs.
 *
 * @param source origin of the runs, as the beginning of a sentence
 * @param runs the runs with their curves; those that lack an objective or a limit are ignored
 * @param objectives the objectives, at least one
 * @param limits the constraints of a run
 */
public record RunsQuery(
    String source, List<Trial> runs, List<Objective> objectives, List<Constraint> limits) {
  public RunsQuery {
    Objects.requireNonNull(source);
    runs = List.copyOf(runs);
    objectives = List.copyOf(objectives);
    limits = List.copyOf(limits);
    if (objectives.isEmpty()) {
      throw new IllegalArgumentException("a search needs an objective");
    }
  }
}
