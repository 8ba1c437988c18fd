package io.github.greenscreen.engine;

import com.sun.jna.NativeLibrary;

/** The library of the NVIDIA driver that CUDA programs load. */
final class CudaDriver {
  /** Its name on Linux. */
  static final String NAME = "libcuda.so.1";

  private CudaDriver() {}

  /**
   * Return whether it can be loaded. Only the system's loader knows: containers mount it into
   * folders that are found by {@code LD_LIBRARY_PATH} alone.
   */
  static boolean loads() {
    try {
      NativeLibrary.getInstance(NAME);
      return true;
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Error e) {
      // JNA has plain errors for what it finds wrong with itself.
      return false;
    }
  }
}
