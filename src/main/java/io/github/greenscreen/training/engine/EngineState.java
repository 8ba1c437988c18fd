package io.github.greenscreen.training.engine;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The state that an engine needs to resume a training after an epoch, without loss of precision.
 */
@FunctionalInterface
public interface EngineState {

  /** Write the state to {@code out}, which is buffered and which the caller closes. */
  void writeTo(OutputStream out) throws IOException;
}
