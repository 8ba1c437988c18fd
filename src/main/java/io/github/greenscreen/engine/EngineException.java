package io.github.greenscreen.engine;

/**
 * Thrown if a build of PyTorch cannot be used or fetched. The message is one sentence for the user:
 * location, problem, expected value, remedy.
 */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final String remedy;

  /** Create an exception whose message is {@code sentence}. */
  public EngineException(String sentence) {
    this(sentence, null);
  }

  /**
   * Create an exception whose message is {@code sentence}; {@code --verbose} shows the {@code
   * cause}.
   */
  public EngineException(String sentence, Throwable cause) {
    super(sentence, cause);
    this.problem = sentence;
    this.remedy = "";
  }

  /** Create an exception whose message is {@code problem}, a semicolon, and {@code remedy}. */
  public EngineException(String problem, String remedy, Throwable cause) {
    super(problem + "; " + remedy, cause);
    this.problem = problem;
    this.remedy = remedy;
  }

  /** Return the message without the remedy, if that is known separately. */
  public String problem() {
    return problem;
  }

  /** Return what to do about the problem; empty if the message says it, or nothing is known. */
  public String remedy() {
    return remedy;
  }
}
