package io.github.greenscreen.cli;

/**
 * Signals an invalid or impossible request on the command line; the message is shown to the user.
 */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String sentence) {
    super(sentence);
  }
}
