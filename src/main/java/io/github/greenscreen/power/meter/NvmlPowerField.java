package io.github.greenscreen.power.meter;

import com.google.errorprone.annotations.Immutable;
import io.github.greenscreen.power.nvml.NvmlDevice;

/**
 * The power fields of NVML, best first: an average over a second covers all of the time, an
 * instantaneous value on some GPUs a quarter of it; the meaning of the old call depends on GPU and
 * driver.
 */
enum NvmlPowerField {
  /** The average over a second. */
  AVERAGE("NVML_FI_DEV_POWER_AVERAGE", d -> d.powerMilliwatts(NvmlDevice.POWER_AVERAGE)),
  /** The instantaneous power. */
  INSTANT("NVML_FI_DEV_POWER_INSTANT", d -> d.powerMilliwatts(NvmlDevice.POWER_INSTANT)),
  /** Average or instantaneous, depending on the GPU. */
  USAGE("nvmlDeviceGetPowerUsage", NvmlDevice::powerMilliwatts);

  private final String configName;
  private final Reading reading;

  NvmlPowerField(String configName, Reading reading) {
    this.configName = configName;
    this.reading = reading;
  }

  /** Return its name in NVML, which is recorded. */
  String configName() {
    return configName;
  }

  /** Read the power of {@code device}, in milliwatts. */
  long milliwatts(NvmlDevice device) {
    return reading.of(device);
  }

  /** Reads a device. */
  @Immutable
  @FunctionalInterface
  private interface Reading {
    long of(NvmlDevice device);
  }
}
