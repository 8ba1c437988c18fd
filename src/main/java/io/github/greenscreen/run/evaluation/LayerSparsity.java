package io.github.greenscreen.run.evaluation;

import java.util.Objects;

/**
 * How many weights of a matrix or kernel of a network are 0.
 *
 * @param name the name of the array, as in the saved network
 * @param weights number of its weights, above 0
 * @param zeros number of those that are 0
 */
public record LayerSparsity(String name, long weights, long zeros) {
  public LayerSparsity {
    Objects.requireNonNull(name);
  }

  /** Return the share of weights that are 0. */
  public double sparsity() {
    return (double) zeros / weights;
  }
}
