package io.github.greenscreen.sweep.launch;

/** A process that trains a run. Thread-safe. */
public interface RunProcess {

  /** Wait for its end and return the exit code, 128 + n if signal n ended it. */
  int await() throws InterruptedException;

  /**
   * Request the end of the run: after the current epoch, at the second call immediately. Returns
   * without waiting.
   */
  void stop();

  /** Kill the run. Returns without waiting. */
  void kill();
}
