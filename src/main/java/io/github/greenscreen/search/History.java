package io.github.greenscreen.search;

import io.github.greenscreen.search.axis.Layout;
import io.github.greenscreen.search.axis.Point;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The trials of a study as points: what is taken, what can be learnt from, what is still awaited.
 * Trials outside of the space are left out. A trial is learnt from once every objective is known of
 * it and it has not failed.
 */
final class History {
  private final Study study;
  private final Layout layout;
  private final Set<Point> taken = new HashSet<>();
  private final List<Candidate> pending = new ArrayList<>();
  private final List<Seen> seen = new ArrayList<>();

  /** A trial to learn from, with its point. */
  record Seen(Point point, Trial trial) {}

  /** Read the trials of {@code study}. */
  History(Study study) {
    this.study = study;
    this.layout = new Layout(study.space());
    study.trials().forEach(trial -> layout.point(trial.configuration()).ifPresent(p -> add(p, trial)));
  }

  private void add(Point point, Trial trial) {
    taken.add(point);
    if (trial.state() == Trial.State.PENDING) {
      pending.add(new Candidate(trial.configuration(), point));
    } else if (trial.state() != Trial.State.FAILED && knowsObjectives(trial)) {
      seen.add(new Seen(point, trial));
    }
  }

  private boolean knowsObjectives(Trial trial) {
    return study.objectives().stream().allMatch(o -> trial.metric(o.metric()).isPresent());
  }

  /** Return the axes of the space. */
  Layout layout() {
    return layout;
  }

  /** Return the trials to learn from, in the order of their numbers. */
  List<Seen> seen() {
    return seen;
  }

  /** Return the points of pending trials. */
  List<Point> pending() {
    return pending.stream().map(Candidate::point).toList();
  }

  /** Return how many configurations are taken. */
  int takenCount() {
    return taken.size();
  }

  /** Return the candidate at {@code coordinates}, empty where it is taken or forbidden. */
  Optional<Candidate> free(double[] coordinates) {
    return layout.configuration(coordinates).flatMap(this::free);
  }

  /** Return {@code configuration} as a candidate, empty where it is taken. */
  Optional<Candidate> free(Configuration configuration) {
    return layout
        .point(configuration)
        .filter(point -> !taken.contains(point))
        .map(point -> new Candidate(configuration, point));
  }
}
