package io.github.greenscreen.djl.network.layer;

/**
 * The number formats that a network computes with.
 *
 * @param parameters format of parameters and running statistics
 * @param activations format of convolutions, matrix products, and their results; if it differs from
 *     {@code parameters}, precision is mixed as in PyTorch's autocast: weights are cast in every
 *     pass, batch normalisation keeps its statistics in the parameters' format, and the logits are
 *     returned in it
 */
public record NumberFormat(ElementType parameters, ElementType activations) {

  /** Return the format in which everything is {@code type}. */
  public static NumberFormat uniform(ElementType type) {
    return new NumberFormat(type, type);
  }

  /** Return whether activations and parameters differ in format. */
  public boolean isMixed() {
    return parameters != activations;
  }
}
