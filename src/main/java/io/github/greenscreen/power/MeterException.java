package io.github.greenscreen.power;

/** Thrown if a meter cannot be created as requested; the message is the sentence for the user. */
public final class MeterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create an exception whose message is {@code sentence}: problem, expected value, remedy. */
  public MeterException(String sentence) {
    super(sentence);
  }

  /** Create an exception with that message and a {@code cause}. */
  public MeterException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
