package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunFolder;
import java.util.List;
import java.util.OptionalInt;

/** Starts planned runs, each in a process of its own. Thread-safe. */
public interface Launcher {

  /**
   * Return where runs may go at the same time, at least one slot.
   *
   * @param parallel how many that shall be, empty for as many as do not get in each other's way
   */
  List<Slot> slots(OptionalInt parallel);

  /**
   * Start the run that {@code folder} plans on {@code slot}. What it finds will be in the folder.
   *
   * @throws SweepException where the process cannot be started
   */
  RunProcess start(RunFolder folder, Slot slot);
}
