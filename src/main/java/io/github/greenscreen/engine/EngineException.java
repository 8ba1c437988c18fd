package io.github.greenscreen.engine;

/**
 * Thrown if a build of PyTorch cannot be used or fetched. The message is one sentence for the user:
 * location, problem, expected value, remedy.
 */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create an exception whose message is {@code sentence}. */
  public EngineException(String sentence) {
    super(sentence);
  }

  /**
   * Create an exception whose message is {@code sentence}; {@code --verbose} shows the {@code
   * cause}.
   */
  public EngineException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
