package io.github.greenscreen.weights;

/** Signals weights that cannot be used; the message says where, why, and what to do. */
public final class WeightsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create an exception with a {@code sentence} for the user. */
  public WeightsException(String sentence) {
    super(sentence);
  }
}
