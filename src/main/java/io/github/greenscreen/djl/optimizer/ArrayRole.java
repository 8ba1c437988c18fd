package io.github.greenscreen.djl.optimizer;

/**
 * The role of a trainable array in its network, by which {@link Muon} chooses its update.
 *
 * @param kind its kind
 * @param rows length of its first dimension
 * @param columns product of the other dimensions
 */
public record ArrayRole(Kind kind, long rows, long columns) {
  /** The kind of an array. */
  public enum Kind {
    /** Weights between two hidden layers. */
    HIDDEN,
    /** Weights between two hidden layers whose scale normalisation removes. */
    SCALE_FREE,
    /** Weights of the layer that computes the logits. */
    HEAD,
    /** Biases, factors, embeddings, and weights of the first layer. */
    OTHER
  }
}
