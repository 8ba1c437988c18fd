package io.github.greenscreen.data.decoding;

/**
 * Thrown if a file cannot be decoded. The message is a clause about the file, such as {@code the
 * file is empty}.
 */
public final class UnreadableImageException extends Exception {
  /** The message about a file whose end is missing. */
  static final String ENDS_EARLY = "the file ends early, so it is an incomplete copy";

  private static final long serialVersionUID = 1L;

  UnreadableImageException(String clause) {
    super(clause);
  }

  UnreadableImageException(String clause, Throwable cause) {
    super(clause, cause);
  }
}
