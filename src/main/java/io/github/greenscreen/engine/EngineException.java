package io.github.greenscreen.engine;

/**
 * A build of PyTorch that cannot be used or fetched. The message is one sentence for the user:
 * where, what was found, what was expected, what to do.
 */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Carry {@code sentence} to the user. */
  public EngineException(String sentence) {
    super(sentence);
  }

  /** Carry {@code sentence} to the user, and keep the {@code cause} for {@code --verbose}. */
  public EngineException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
