package io.github.greenscreen.power.nvml;

import java.util.List;

/**
 * One GPU. Every method queries the driver and throws {@link NvmlException} if the driver reports
 * no value; numbers are never invented.
 */
public interface NvmlDevice {
  /** The field of power averaged over a second, on Ampere (except GA100) and newer. */
  int POWER_AVERAGE = 185;

  /** The field of instantaneous power. */
  int POWER_INSTANT = 186;

  /** Return the unique identifier, beginning with {@code GPU-}. */
  String uuid();

  /** Return the model name. */
  String name();

  /** Return the power of the board in milliwatts; whether that is an average depends on the GPU. */
  long powerMilliwatts();

  /** Return one of the power fields above in milliwatts. */
  long powerMilliwatts(int field);

  /** Return the energy since the driver was loaded, in millijoules; on Volta and newer. */
  long energyMillijoules();

  /** Return the temperature of the chip in degrees Celsius. */
  int temperatureC();

  /** Return the share of the recent past in which the GPU was busy, in percent. */
  int utilizationPercent();

  /** Return the memory in use in bytes. */
  long memoryBytes();

  /**
   * Return the ids of the processes that compute on the GPU, including this one. In a container
   * they may be the ids of the host.
   */
  List<Long> computeProcesses();
}
