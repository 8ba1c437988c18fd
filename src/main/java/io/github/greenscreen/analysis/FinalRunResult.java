package io.github.greenscreen.analysis;

import java.util.Objects;

/**
 * What the final run measured, beside what was predicted of it.
 *
 * @param run its name
 * @param measured its value in the objective
 * @param predicted what the regression expected, scaled to its epochs where that is possible
 * @param sentence both in words
 */
public record FinalRunResult(
    String run, double measured, ResponsePrediction predicted, String sentence) {
  public FinalRunResult {
    Objects.requireNonNull(run);
    Objects.requireNonNull(predicted);
    Objects.requireNonNull(sentence);
  }

  /** Tell whether the prediction held. */
  public boolean isInside() {
    return predicted.contains(measured);
  }
}
