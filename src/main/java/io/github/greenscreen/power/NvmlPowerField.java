package io.github.greenscreen.power;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.power.nvml.NvmlDevice;

/**
 * The ways in which NVML tells the power of a GPU, the best first: an average over a second sees
 * all of the time, an instant on some GPUs a quarter of it; what the old call means depends on GPU
 * and driver.
 */
enum NvmlPowerField {
  /** The average over a second. */
  AVERAGE("NVML_FI_DEV_POWER_AVERAGE", d -> d.powerMilliwatts(NvmlDevice.POWER_AVERAGE)),
  /** The power of the moment. */
  INSTANT("NVML_FI_DEV_POWER_INSTANT", d -> d.powerMilliwatts(NvmlDevice.POWER_INSTANT)),
  /** Whatever the GPU has. */
  USAGE("nvmlDeviceGetPowerUsage", NvmlDevice::powerMilliwatts);

  private final String spelling;
  private final Reading reading;

  NvmlPowerField(String spelling, Reading reading) {
    this.spelling = spelling;
    this.reading = reading;
  }

  /** Return how NVML calls it, which is recorded. */
  String spelling() {
    return spelling;
  }

  /** Ask {@code device}, in milliwatts. */
  long milliwatts(NvmlDevice device) {
    return reading.of(device);
  }

  /** Asks a device. */
  @Immutable
  @FunctionalInterface
  private interface Reading {
    long of(NvmlDevice device);
  }
}
