package io.github.greenscreen.sweep;

/** A sweep or a run cannot be started. The message is one sentence for the user. */
public final class SweepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Take the sentence to show to the user. */
  public SweepException(String sentence) {
    super(sentence);
  }

  SweepException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
