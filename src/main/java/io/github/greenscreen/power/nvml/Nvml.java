package io.github.greenscreen.power.nvml;

/**
 * A session with NVIDIA's driver. Whatever the driver does not tell is a {@link NvmlException} with
 * the reason, never a number. May be used by several threads.
 */
public interface Nvml extends AutoCloseable {

  /** Return the version of the driver, for instance {@code 550.54.15}. */
  String driverVersion();

  /** Return how many GPUs this process may reach. */
  int deviceCount();

  /** Return GPU {@code index}; they are counted from 0 by bus. */
  NvmlDevice device(int index);

  /** Return the GPU that the MIG device with this UUID is a part of. */
  NvmlDevice boardOf(String migUuid);

  /** End the session; what it gave must not be used any more. */
  @Override
  void close();
}
