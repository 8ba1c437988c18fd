package io.github.greenscreen.sweep;

/** A process that trains a run. Thread-safe. */
public interface RunProcess {

  /** Wait for its end and return the exit code, 128 + n where signal n ended it. */
  int await() throws InterruptedException;

  /**
   * Ask the run to end: first after the epoch in progress, at the second call at once. Returns at
   * once.
   */
  void stop();

  /** End the run without giving it time for anything. Returns at once. */
  void kill();
}
