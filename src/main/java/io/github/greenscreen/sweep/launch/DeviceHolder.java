package io.github.greenscreen.sweep.launch;

import java.util.Map;
import java.util.Optional;

/** Holds a GPU without using it, as a training process does between two steps. */
@FunctionalInterface
public interface DeviceHolder {
  /** Holds nothing. */
  DeviceHolder NONE = variables -> Optional.empty();

  /**
   * Hold the GPU that a run would train on, until the result is closed.
   *
   * @param variables environment variables of that run, in addition to those of this process
   * @return empty if the run would train on a CPU, or the GPU cannot be held
   */
  Optional<Held> hold(Map<String, String> variables) throws InterruptedException;

  /** A GPU that is held. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
