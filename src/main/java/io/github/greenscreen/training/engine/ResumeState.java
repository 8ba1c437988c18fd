package io.github.greenscreen.training.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The state from which a training of another process resumes.
 *
 * @param epochs number of completed epochs; the next one has this number
 * @param state the output of {@link EngineState} after them
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
