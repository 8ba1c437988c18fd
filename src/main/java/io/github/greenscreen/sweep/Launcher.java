package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunFolder;

/** Runs one planned run in a process of its own, wherever that may be. */
public interface Launcher {

  /**
   * Start the run that {@code folder} plans, wait for the end of its process and return the exit
   * code, 128 + n where signal n ended it. What the run found is in the folder.
   *
   * @throws InterruptedException where the calling thread is interrupted; the process is ended then
   * @throws SweepException where the process cannot be started
   */
  int launch(RunFolder folder) throws InterruptedException;
}
