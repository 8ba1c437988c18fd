package io.github.greenscreen.analysis.recommendation;

import io.github.greenscreen.analysis.regression.ResponsePrediction;
import java.util.Objects;

/**
 * The measured result of the final run and its prediction.
 *
 * @param run name of the run
 * @param measured measured value of the objective
 * @param predicted value predicted by the regression, scaled to the epochs of the run if possible
 * @param sentence the comparison in words
 */
public record FinalRunResult(
    String run, double measured, ResponsePrediction predicted, String sentence) {
  public FinalRunResult {
    Objects.requireNonNull(run);
    Objects.requireNonNull(predicted);
    Objects.requireNonNull(sentence);
  }

  /** Return whether the measured value lies in the prediction interval. */
  public boolean isInside() {
    return predicted.contains(measured);
  }
}
