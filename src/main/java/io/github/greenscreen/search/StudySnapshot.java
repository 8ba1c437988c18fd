package io.github.greenscreen.search;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * All that a sampler decides from: the same study gives the same suggestion, whatever machine asks,
 * and however many workers there are.
 *
 * @param space what may be tried
 * @param objectives what should improve, at least one; several ask for a Pareto front
 * @param limits what a trial must meet, none to many
 * @param trials all trials so far, pending ones among them; put into the order of their numbers
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
   * Plan ahead of all results: every configuration of {@code taken} is pending, and nothing is
   * known of what a run of this program calls {@code val_accuracy}.
   */
  public static StudySnapshot ahead(SearchSpace space, Collection<Configuration> taken, long seed) {
    List<Objective> objectives = List.of(Objective.of("val_accuracy", Direction.MAXIMIZE));
    List<Trial> trials = new ArrayList<>();
    taken.forEach(configuration -> trials.add(Trial.pending(trials.size() + 1, configuration)));
    return new StudySnapshot(space, objectives, List.of(), trials, seed);
  }

  /** Return the number of the trial to suggest next. */
  public int nextNumber() {
    return trials.stream().mapToInt(Trial::number).max().orElse(0) + 1;
  }

  /** Return the configurations that are not to be tried again, in the order of their numbers. */
  public Collection<Configuration> taken() {
    return trials.stream()
        .filter(trial -> trial.state() != Trial.State.PROFILED)
        .map(Trial::configuration)
        .toList();
  }

  /** Return a copy with one more trial, which is pending: {@code configuration}, just suggested. */
  public StudySnapshot withPending(Configuration configuration) {
    List<Trial> more = new ArrayList<>(trials);
    more.add(Trial.pending(nextNumber(), configuration));
    return new StudySnapshot(space, objectives, limits, more, seed);
  }
}
