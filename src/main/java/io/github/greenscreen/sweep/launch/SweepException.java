package io.github.greenscreen.sweep.launch;

/** Thrown if a sweep or a run cannot be started. The message is one sentence for the user. */
public final class SweepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create it with a sentence for the user. */
  public SweepException(String sentence) {
    super(sentence);
  }

  SweepException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
