package io.github.greenscreen.training.hyperparameter;

import java.util.OptionalDouble;

/**
 * What training leaves out of the network at random.
 *
 * @param dropout probability with which each number that the last layer reads is set to 0, from 0
 *     to below 1; empty for the network's own
 * @param stochasticDepth probability with which the last residual branch is left out for an image,
 *     from 0 to below 1; that of earlier ones is lower; empty for the network's own
 */
public record Regularization(OptionalDouble dropout, OptionalDouble stochasticDepth) {
  /** The regularisation of each network's publication. */
  public static final Regularization OF_THE_NETWORK =
      new Regularization(OptionalDouble.empty(), OptionalDouble.empty());

  /** Tell whether it adds layers to a network that has none of its own. */
  public boolean isAdded() {
    return dropout.orElse(0) > 0 || stochasticDepth.orElse(0) > 0;
  }
}
