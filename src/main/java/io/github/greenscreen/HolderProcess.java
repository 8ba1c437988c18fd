package io.github.greenscreen;

import io.github.greenscreen.djl.device.DeviceHold;
import io.github.greenscreen.engine.EngineInUse;
import io.github.greenscreen.sweep.launch.ChildHolder;
import java.io.IOException;

/** The main class of the child process that holds a GPU while its power is measured. */
final class HolderProcess {
  private HolderProcess() {}

  /** Hold a GPU until the standard input ends. */
  public static void main(String[] arguments) throws IOException {
    EngineInUse.takeOptions();
    DeviceHold.until(System.in, () -> System.out.println(ChildHolder.HELD));
    System.exit(0);
  }
}
