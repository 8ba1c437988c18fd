package io.github.greenscreen.search;

import io.github.greenscreen.space.SearchSpace;
import java.util.List;
import java.util.Objects;

/**
 * All that a sampler decides from: the same study gives the same suggestion, whatever machine asks,
 * and however many workers there are.
 *
 * @param space what may be tried
 * @param objectives what should improve, at least one; several ask for a Pareto front
 * @param limits what a trial must meet, none to many
 * @param trials all trials so far, pending ones among them, in the order of their numbers
 * @param seed seed of the sweep
 */
public record Study(
    SearchSpace space,
    List<Objective> objectives,
    List<Limit> limits,
    List<Trial> trials,
    long seed) {
  public Study {
    Objects.requireNonNull(space);
    objectives = List.copyOf(objectives);
    limits = List.copyOf(limits);
    trials = List.copyOf(trials);
    if (objectives.isEmpty()) {
      throw new IllegalArgumentException("a study needs an objective");
    }
  }

  /** Return the number of the trial to suggest next. */
  public int nextNumber() {
    return trials.stream().mapToInt(Trial::number).max().orElse(0) + 1;
  }
}
