package io.github.greenscreen.search;

import io.github.greenscreen.search.axis.EncodedConfiguration;
import io.github.greenscreen.search.axis.SpaceEncoding;
import io.github.greenscreen.space.Configuration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The trials of a study as points, grouped into taken, observed and pending ones. Trials outside
 * the space are ignored, and failed ones are not observations.
 */
public final class TrialHistory {
  private final StudySnapshot study;
  private final SpaceEncoding layout;
  private final Set<EncodedConfiguration> taken = new HashSet<>();
  private final List<EncodedConfiguration> pending = new ArrayList<>();
  private final List<Seen> measured = new ArrayList<>();
  private final List<Seen> seen = new ArrayList<>();

  /** An observed trial with its point. */
  public record Seen(EncodedConfiguration point, Trial trial) {}

  /** Encode the trials of {@code study}. */
  public TrialHistory(StudySnapshot study) {
    this.study = study;
    this.layout = new SpaceEncoding(study.space());
    study
        .trials()
        .forEach(trial -> layout.point(trial.configuration()).ifPresent(p -> add(p, trial)));
  }

  private void add(EncodedConfiguration point, Trial trial) {
    if (trial.state() == Trial.State.PROFILED) {
      measured.add(new Seen(point, trial));
      return;
    }
    taken.add(point);
    if (trial.state() == Trial.State.PENDING) {
      pending.add(point);
    } else if (trial.state() != Trial.State.FAILED) {
      measured.add(new Seen(point, trial));
      if (knowsObjectives(trial)) {
        seen.add(new Seen(point, trial));
      }
    }
  }

  /** A plain loop, because every suggestion checks every trial. */
  private boolean knowsObjectives(Trial trial) {
    for (Objective objective : study.objectives()) {
      if (trial.metric(objective.metric()).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Return the study whose trials these are. */
  public StudySnapshot study() {
    return study;
  }

  /** Return the encoding of the space. */
  public SpaceEncoding layout() {
    return layout;
  }

  /** Return the trials in which every objective is known, in the order of their numbers. */
  public List<Seen> seen() {
    return seen;
  }

  /** Return the trials in which {@code metric} is known, in the order of their numbers. */
  public List<Seen> seen(String metric) {
    return measured.stream().filter(one -> one.trial().metric(metric).isPresent()).toList();
  }

  /** Return the points of pending trials. */
  public List<EncodedConfiguration> pending() {
    return pending;
  }

  /** Return the point at {@code coordinates}, or empty if it is taken or forbidden. */
  public Optional<EncodedConfiguration> free(double[] coordinates) {
    return layout.settle(coordinates).filter(point -> !taken.contains(point));
  }

  /** Return the point of {@code configuration}, or empty if it is taken. */
  public Optional<EncodedConfiguration> free(Configuration configuration) {
    return layout.point(configuration).filter(point -> !taken.contains(point));
  }

  /** Return the configuration at {@code point}, or a random one if it is taken. */
  public Optional<Configuration> suggest(Optional<EncodedConfiguration> point) {
    return point
        .map(layout::configuration)
        .filter(configuration -> free(configuration).isPresent())
        .or(() -> RandomSequence.next(study));
  }
}
