package io.github.greenscreen.training;

/** A configuration asks for something that the engine at hand cannot do. */
public final class UnsupportedChoiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Take the sentence to show to the user. */
  public UnsupportedChoiceException(String sentence) {
    super(sentence);
  }
}
