package io.github.greenscreen.search;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The complete input of a sampler: the same snapshot gives the same suggestion on every machine and
 * for any number of workers.
 *
 * @param space the search space
 * @param objectives the objectives, at least one; several define a Pareto front
 * @param limits the constraints of a trial, may be empty
 * @param trials all trials so far, pending ones included; sorted by number
 * @param seed seed of the sweep
 */
public record StudySnapshot(
    SearchSpace space,
    List<Objective> objectives,
    List<Constraint> limits,
    List<Trial> trials,
    long seed) {
  public StudySnapshot {
    Objects.requireNonNull(space);
    objectives = List.copyOf(objectives);
    limits = List.copyOf(limits);
    trials = trials.stream().sorted(Comparator.comparingInt(Trial::number)).toList();
    if (objectives.isEmpty()) {
      throw new IllegalArgumentException("a study needs an objective");
    }
  }

  /**
   * Create a snapshot without results: every configuration of {@code taken} is a pending trial, and
   * the objective is {@code val_accuracy}.
   */
  public static StudySnapshot ahead(SearchSpace space, Collection<Configuration> taken, long seed) {
    List<Objective> objectives = List.of(Objective.of("val_accuracy", Direction.MAXIMIZE));
    List<Trial> trials = new ArrayList<>();
    taken.forEach(configuration -> trials.add(Trial.pending(trials.size() + 1, configuration)));
    return new StudySnapshot(space, objectives, List.of(), trials, seed);
  }

  /** Return the number of the next trial. */
  public int nextNumber() {
    return trials.stream().mapToInt(Trial::number).max().orElse(0) + 1;
  }

  /** Return the configurations that must not be tried again, in the order of their numbers. */
  public Collection<Configuration> taken() {
    return trials.stream()
        .filter(trial -> trial.state() != Trial.State.PROFILED)
        .map(Trial::configuration)
        .toList();
  }

  /** Return a copy with a pending trial of {@code configuration} added. */
  public StudySnapshot withPending(Configuration configuration) {
    List<Trial> more = new ArrayList<>(trials);
    more.add(Trial.pending(nextNumber(), configuration));
    return new StudySnapshot(space, objectives, limits, more, seed);
  }
}
