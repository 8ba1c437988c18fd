package io.github.greenscreen.training.restriction;

/** A search space without any configuration that can be trained; the message is for the user. */
public final class UntrainableSpaceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UntrainableSpaceException(String message) {
    super(message);
  }
}
