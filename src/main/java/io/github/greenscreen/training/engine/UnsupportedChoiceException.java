package io.github.greenscreen.training.engine;

/** Thrown if an engine does not support a configuration. */
public final class UnsupportedChoiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create it with a sentence for the user. */
  public UnsupportedChoiceException(String sentence) {
    super(sentence);
  }
}
