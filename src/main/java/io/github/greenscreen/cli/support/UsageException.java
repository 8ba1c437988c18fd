package io.github.greenscreen.cli.support;

/**
 * Signals an invalid or impossible request on the command line; the message is shown to the user.
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create an exception with a {@code sentence} that says what is wrong and what to do. */
  public UsageException(String sentence) {
    super(sentence);
  }
}
