package io.github.greenscreen.search.bayes;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.StudySnapshot;
import io.github.greenscreen.search.TrialHistory;
import java.util.List;

/**
 * The accuracy of the model of a constrained metric on unseen trials, by leave-one-out
 * cross-validation.
 *
 * @param limit the metric and its highest allowed value
 * @param trials number of trials the model is fitted to
 * @param error root mean square error of the predictions, in the unit of the metric
 * @param spread standard deviation of the measured values, in the unit of the metric: the error of
 *     a model that always predicts their mean
 * @param predicted the prediction for each fitted trial, without profiled ones, in the order of
 *     their numbers
 */
public record ConstraintModelEvaluation(
    Constraint limit, int trials, double error, double spread, List<HeldOutPrediction> predicted) {
  /** Minimum number of trials for a meaningful model. */
  private static final int MIN = 3;

  /**
   * The prediction for one trial.
   *
   * @param trial its number
   * @param predicted prediction of the model of all other trials, in the unit of the metric
   * @param measured the measured value, in the same unit
   */
  public record HeldOutPrediction(int trial, double predicted, double measured) {}

  public ConstraintModelEvaluation {
    predicted = List.copyOf(predicted);
  }

  /**
   * Return one evaluation for each limit of {@code study} whose metric at least three trials have.
   */
  public static List<ConstraintModelEvaluation> of(StudySnapshot study) {
    TrialHistory history = new TrialHistory(study);
    return study.limits().stream()
        .filter(limit -> history.seen(limit.metric()).size() >= MIN)
        .map(limit -> ConstraintModel.of(limit, history).forecast())
        .toList();
  }
}
