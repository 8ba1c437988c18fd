package io.github.greenscreen.cli;

/** The user asks for something that cannot be; the message is the sentence to show. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String sentence) {
    super(sentence);
  }
}
