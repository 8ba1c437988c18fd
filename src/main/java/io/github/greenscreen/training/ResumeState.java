package io.github.greenscreen.training;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Where a training goes on that was begun by another process.
 *
 * @param epochs how many epochs are done; the next one has this number
 * @param state what {@link EngineState} wrote after them
 */
public record ResumeState(int epochs, Source state) {
  public ResumeState {
    Objects.requireNonNull(state);
  }

  /** Opens the state of an engine. */
  @FunctionalInterface
  public interface Source {

    /** Return a stream from its first byte; the caller closes it. */
    InputStream open() throws IOException;
  }
}
