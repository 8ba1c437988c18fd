package io.github.greenscreen.training.restriction;

import io.github.greenscreen.run.model.Patience;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;

/**
 * Excludes patience with quantisation from a search space: a network is quantised in the last
 * planned epoch, and patience tells the last one only after it.
 */
final class PatienceRule {
  private PatienceRule() {}

  /**
   * Return {@code space} without these configurations.
   *
   * @throws UntrainableSpaceException if it has no others, whatever else it forbids
   */
  static SearchSpace apply(SearchSpace space) {
    return Exclusion.without(
        space,
        "patience %s cannot end a training with internal %s, which quantises in the last planned"
            + " epoch; set patience to None, or internal to None or jit_compilation",
        Choice.of(
            space,
            Patience.PARAMETER,
            patience -> !patience.equalsIgnoreCase(HyperparameterRegistry.NONE)),
        Choice.of(space, "internal", ExecutionMode.class, ExecutionMode::quantizes));
  }
}
