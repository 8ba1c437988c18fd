package io.github.greenscreen.simulation;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.Trial;
import java.util.List;
import java.util.Objects;

/**
 * How finished runs are to be searched.
 *
 * @param source where they are from, to begin a sentence with
 * @param runs the runs with their curves; those that lack an objective or a limit do not take part
 * @param objectives what should improve, at least one
 * @param limits what a run must meet
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
