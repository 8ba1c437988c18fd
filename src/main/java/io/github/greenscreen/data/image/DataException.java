package io.github.greenscreen.data.image;

/**
 * Thrown if data cannot be used. The message is one sentence for the user: file, problem, expected
 * value, remedy.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create an exception whose message is {@code sentence}. */
  public DataException(String sentence) {
    super(sentence);
  }

  /**
   * Create an exception whose message is {@code sentence}; {@code --verbose} shows the {@code
   * cause}.
   */
  public DataException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
