package io.github.greenscreen.search;

import java.util.List;

/** How badly trials did: the smaller the better. */
final class Losses {
  private Losses() {}

  /** Return the loss of each of {@code seen}. */
  static double[] of(Study study, List<History.Seen> seen) {
    Objective objective = study.objectives().get(0);
    return seen.stream()
        .mapToDouble(
            one -> objective.goal().toMinimize(one.trial().metric(objective.metric()).getAsDouble()))
        .toArray();
  }
}
