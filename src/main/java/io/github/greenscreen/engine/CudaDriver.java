package io.github.greenscreen.engine;

import com.sun.jna.NativeLibrary;

/** The library of the NVIDIA driver that CUDA programs load. */
final class CudaDriver {
  /** File name of the library on Linux. */
  static final String NAME = "libcuda.so.1";

  private CudaDriver() {}

  /**
   * Return whether the library can be loaded. Only the system's loader knows this: containers mount
   * it into folders that are found through {@code LD_LIBRARY_PATH} alone.
   */
  static boolean loads() {
    try {
      NativeLibrary.getInstance(NAME);
      return true;
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Error e) {
      // JNA throws plain errors for its own faults.
      return false;
    }
  }
}
