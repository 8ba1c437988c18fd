package io.github.greenscreen.power.nvml;

/**
 * A session with NVIDIA's driver. Values that the driver does not report are a {@link
 * NvmlException} with the reason, never a number. Several threads may use it.
 */
public interface Nvml extends AutoCloseable {

  /** Return the version of the driver, for instance {@code 550.54.15}. */
  String driverVersion();

  /** Return the number of GPUs that this process can access. */
  int deviceCount();

  /** Return GPU {@code index}; GPUs are counted from 0 in bus order. */
  NvmlDevice device(int index);

  /** Return the GPU that contains the MIG device with this UUID. */
  NvmlDevice boardOf(String migUuid);

  /** End the session; objects obtained from it must not be used afterwards. */
  @Override
  void close();
}
