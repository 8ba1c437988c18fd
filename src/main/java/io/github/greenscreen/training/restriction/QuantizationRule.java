package io.github.greenscreen.training.restriction;

import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.NetworkKind;

/** Excludes the quantisation of networks without integer kernels from a search space. */
final class QuantizationRule {
  private QuantizationRule() {}

  /**
   * Return {@code space} without these configurations.
   *
   * @throws UntrainableSpaceException if it has no others, whatever else it forbids
   */
  static SearchSpace apply(SearchSpace space) {
    return Exclusion.without(
        space,
        "model %s cannot be quantised, but internal is %s; use a ResNet, or set internal to None or"
            + " jit_compilation",
        Choice.of(space, "model", NetworkKind.class, kind -> !kind.isQuantizable()),
        Choice.of(space, "internal", ExecutionMode.class, ExecutionMode::quantizes));
  }
}
