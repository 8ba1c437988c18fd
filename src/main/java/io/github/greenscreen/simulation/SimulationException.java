package io.github.greenscreen.simulation;

/**
 * Thrown if a table cannot be searched as requested. The message is one sentence for the user:
 * place, found and expected content.
 */
public final class SimulationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Create it with a sentence for the user. */
  public SimulationException(String sentence) {
    super(sentence);
  }
}
