package io.github.greenscreen.power.nvml;

import java.util.List;

/**
 * One GPU. Every method asks the driver anew and throws {@link NvmlException} where that does not
 * tell; a number is never made up.
 */
public interface NvmlDevice {
  /** Field of the power averaged over a second, on Ampere (but not GA100) and newer. */
  int POWER_AVERAGE = 185;

  /** Field of the power of the moment. */
  int POWER_INSTANT = 186;

  /** Return the number that no other GPU has, beginning with {@code GPU-}. */
  String uuid();

  /** Return the name of the model. */
  String name();

  /** Return the power of the board in milliwatts; GPUs differ in whether that is an average. */
  long powerMilliwatts();

  /** Return one of the power fields above in milliwatts. */
  long powerMilliwatts(int field);

  /** Return the energy since the driver was loaded in millijoules; on Volta and newer. */
  long energyMillijoules();

  /** Return the temperature of the chip in degrees Celsius. */
  int temperatureC();

  /** Return the share of the last moments in which the GPU worked, in percent. */
  int utilizationPercent();

  /** Return the memory in use in bytes. */
  long memoryBytes();

  /**
   * Return the numbers of the processes that compute on the GPU, this one among them. In a
   * container they may be those of the machine.
   */
  List<Long> computeProcesses();
}
