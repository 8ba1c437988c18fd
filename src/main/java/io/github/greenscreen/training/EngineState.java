package io.github.greenscreen.training;

import java.io.IOException;
import java.io.OutputStream;

/** All that an engine needs to go on with a training after an epoch, in numbers that are exact. */
@FunctionalInterface
public interface EngineState {

  /** Write it to {@code out}, which is buffered and which the caller closes. */
  void writeTo(OutputStream out) throws IOException;
}
