package io.github.greenscreen.data;

/**
 * Data that cannot be used. The message is one sentence for the user: where, what was found, what
 * was expected, what to do.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Carry {@code sentence} to the user. */
  public DataException(String sentence) {
    super(sentence);
  }

  /** Carry {@code sentence} to the user, and keep the {@code cause} for {@code --verbose}. */
  public DataException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
