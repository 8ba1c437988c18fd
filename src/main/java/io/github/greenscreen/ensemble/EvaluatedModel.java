package io.github.greenscreen.ensemble;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A member or an ensemble, and how it performs.
 *
 * @param name name of the run, or of the combination
 * @param network name of the architecture; empty for an ensemble
 * @param weights weights of the members, which sum to 1; of a member itself, 1 for it
 * @param validation its scores on the validation images
 * @param test its scores on the test images
 * @param cost the cost of its predictions of the test images, which is the sum of those of the
 *     members that have a weight
 */
public record EvaluatedModel(
    String name,
    String network,
    List<Double> weights,
    Scores validation,
    Scores test,
    PredictionCost cost) {
  /** The most accurate one on validation comes last, of equal ones that of the smaller loss. */
  private static final Comparator<EvaluatedModel> BY_VALIDATION =
      Comparator.comparingDouble((EvaluatedModel model) -> model.validation().accuracy())
          .thenComparingDouble(model -> -model.validation().logLoss());

  public EvaluatedModel {
    Objects.requireNonNull(name);
    Objects.requireNonNull(network);
    weights = List.copyOf(weights);
    Objects.requireNonNull(validation);
    Objects.requireNonNull(test);
    Objects.requireNonNull(cost);
  }

  /** Return the best of {@code models} on the validation images, of equal ones the first. */
  static EvaluatedModel best(List<EvaluatedModel> models) {
    return models.stream()
        .reduce((one, other) -> BY_VALIDATION.compare(other, one) > 0 ? other : one)
        .orElseThrow();
  }
}
