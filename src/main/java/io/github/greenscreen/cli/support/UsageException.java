package io.github.greenscreen.cli.support;

/**
 * Signals an invalid or impossible request on the command line; the message is shown to the user.
 */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String sentence) {
    super(sentence);
  }
}
