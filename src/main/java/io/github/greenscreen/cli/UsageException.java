package io.github.greenscreen.cli;

/** The command line asks for something impossible; the message is the sentence to show. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String sentence) {
    super(sentence);
  }
}
