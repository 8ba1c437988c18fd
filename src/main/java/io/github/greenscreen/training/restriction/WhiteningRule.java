package io.github.greenscreen.training.restriction;

import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.Initialization;
import io.github.greenscreen.training.hyperparameter.NetworkKind;

/** Excludes whitening of networks whose first layer cannot whiten from a search space. */
final class WhiteningRule {
  private WhiteningRule() {}

  /**
   * Return {@code space} without these configurations.
   *
   * @throws UntrainableSpaceException if it has no others, whatever else it forbids
   */
  static SearchSpace apply(SearchSpace space) {
    return Exclusion.without(
        space,
        "initialization whitening works with model airbench only, but model is %s; use airbench, or"
            + " set initialization to random",
        Choice.of(space, "model", NetworkKind.class, kind -> !kind.canWhiten()),
        Choice.of(
            space,
            "initialization",
            Initialization.class,
            each -> each == Initialization.WHITENING));
  }
}
