package io.github.greenscreen.djl.device;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.greenscreen.djl.selftest.OneDnn;
import io.github.greenscreen.djl.transfer.HostCopy;
import java.io.IOException;
import java.io.InputStream;

/** Holds a CUDA context on the GPU that trains, without computing on it. */
public final class DeviceHold {
  private DeviceHold() {}

  /**
   * Hold the context until {@code input} ends.
   *
   * @param held runs once the context is held, never if a CPU trains
   */
  public static void until(InputStream input, Runnable held) throws IOException {
    Device device = Devices.best(EngineProcess.load(OneDnn.UNLIMITED));
    if (!device.isGpu()) {
      return;
    }
    try (NDManager manager = NDManager.newBaseManager(device, "PyTorch");
        NDArray array = manager.create(0f)) {
      HostCopy.floats(array);
      held.run();
      while (input.read() >= 0) {
        // The content of the input does not matter.
      }
    }
  }
}
