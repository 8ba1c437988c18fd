package io.github.greenscreen.simulation;

/**
 * A table cannot be searched as asked. The message is one sentence for the user: where, what was
 * found, what was expected.
 */
public final class SimulationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Take the sentence to show to the user. */
  public SimulationException(String sentence) {
    super(sentence);
  }
}
