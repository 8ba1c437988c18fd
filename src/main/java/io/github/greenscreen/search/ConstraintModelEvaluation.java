package io.github.greenscreen.search;

import java.util.List;

/**
 * How well the model of a metric that has a limit foretells trials that it has not seen, by
 * leave-one-out cross-validation.
 *
 * @param limit the metric and its highest allowed value
 * @param trials how many trials the model has learnt from
 * @param error root mean square of the differences between measured and foretold values, in the
 *     unit of the metric
 * @param spread standard deviation of the measured values, in the unit of the metric: the error of
 *     a model that always foretells their mean
 * @param foretold what the model says of each trial that it has learnt from, profiled ones left
 *     out, in the order of their numbers
 */
public record ConstraintModelEvaluation(
    Constraint limit, int trials, double error, double spread, List<Foretold> foretold) {
  /** A model of fewer trials says nothing. */
  private static final int FEWEST = 3;

  /**
   * One trial.
   *
   * @param trial its number
   * @param predicted what the model of all other trials expects of it, in the unit of the metric
   * @param measured what was measured, in the same unit
   */
  public record Foretold(int trial, double predicted, double measured) {}

  public ConstraintModelEvaluation {
    foretold = List.copyOf(foretold);
  }

  /** Return one forecast for each limit of {@code study} that three trials or more know. */
  public static List<ConstraintModelEvaluation> of(StudySnapshot study) {
    TrialHistory history = new TrialHistory(study);
    return study.limits().stream()
        .filter(limit -> history.seen(limit.metric()).size() >= FEWEST)
        .map(limit -> ConstraintModel.of(limit, history).forecast())
        .toList();
  }
}
