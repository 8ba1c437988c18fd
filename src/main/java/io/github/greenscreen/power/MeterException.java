package io.github.greenscreen.power;

/** A meter cannot be what was asked for; the message is the sentence for the user. */
public final class MeterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Say what was found, what was expected and what to do. */
  public MeterException(String sentence) {
    super(sentence);
  }

  /** Say the same because of {@code cause}. */
  public MeterException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
