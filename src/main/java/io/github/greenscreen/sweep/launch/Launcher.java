package io.github.greenscreen.sweep.launch;

import io.github.greenscreen.run.RunFolder;
import java.util.List;
import java.util.OptionalInt;

/** Starts planned runs, each in a process of its own. Thread-safe. */
public interface Launcher {

  /**
   * Return the slots for parallel runs, at least one.
   *
   * @param parallel number of slots, empty for as many as do not share a device
   */
  List<Slot> slots(OptionalInt parallel);

  /**
   * Start the run planned in {@code folder} on {@code slot}. The results will be in the folder.
   *
   * @throws SweepException if the process cannot be started
   */
  RunProcess start(RunFolder folder, Slot slot);
}
