package io.github.greenscreen.sweep;

import io.github.greenscreen.run.RunFolder;
import java.util.List;
import java.util.OptionalInt;

/** Runs planned runs in processes of their own, wherever that may be. Safe for several threads. */
public interface Launcher {

  /**
   * Return where runs may go at the same time, at least one seat.
   *
   * @param parallel how many that shall be, empty for as many as do not get in each other's way
   */
  List<Slot> seats(OptionalInt parallel);

  /**
   * Start the run that {@code folder} plans on {@code seat}. What it finds will be in the folder.
   *
   * @throws SweepException where the process cannot be started
   */
  RunProcess start(RunFolder folder, Slot seat);
}
