package io.github.greenscreen.djl.network;

/**
 * Which numbers a network computes with.
 *
 * @param parameters format of parameters and running statistics
 * @param activations format of convolutions, matrix products and what lies between them; where it
 *     differs from {@code parameters}, precision is mixed as PyTorch's autocast mixes it: weights
 *     are cast in every pass, batch normalisation keeps its statistics in the parameters' format,
 *     and the logits come out in it
 */
public record NumberFormat(ElementType parameters, ElementType activations) {

  /** Return the format in which everything is {@code type}. */
  public static NumberFormat uniform(ElementType type) {
    return new NumberFormat(type, type);
  }

  /** Tell whether activations are shorter than parameters. */
  public boolean isMixed() {
    return parameters != activations;
  }
}
