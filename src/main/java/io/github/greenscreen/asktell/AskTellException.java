package io.github.greenscreen.asktell;

/** Signals a request or a report that a search refuses; the message is shown to the user. */
public final class AskTellException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create an exception with a {@code sentence} that says what was refused and what to do. */
  public AskTellException(String sentence) {
    super(sentence);
  }
}
