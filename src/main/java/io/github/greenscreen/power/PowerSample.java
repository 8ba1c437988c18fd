package io.github.greenscreen.power;

import java.util.Objects;

/**
 * One reading of one device. What the meter did not give is NaN.
 *
 * @param timeMillis when, in milliseconds since 1970
 * @param device which device, for instance {@code GPU 0}; never null
 * @param powerW power in watts
 * @param temperatureC temperature in degrees Celsius
 * @param utilizationPercent share of the time in which the device was busy, in percent
 * @param memoryMiB memory in use on the device in MiB
 * @param energyJ the device's own energy counter in joules, which counts from no known moment; it
 *     is for comparing with power and does not reach {@code power.csv}
 * @param energyMillis when the energy counter was read, in milliseconds since 1970; later than
 *     {@code timeMillis} where the power is an average over the time before
 */
public record PowerSample(
    long timeMillis,
    String device,
    double powerW,
    double temperatureC,
    double utilizationPercent,
    double memoryMiB,
    double energyJ,
    long energyMillis) {
  public PowerSample {
    Objects.requireNonNull(device);
  }

  /** Take a reading whose energy counter was read at the same moment. */
  public PowerSample(
      long timeMillis,
      String device,
      double powerW,
      double temperatureC,
      double utilizationPercent,
      double memoryMiB,
      double energyJ) {
    this(
        timeMillis,
        device,
        powerW,
        temperatureC,
        utilizationPercent,
        memoryMiB,
        energyJ,
        timeMillis);
  }

  /** Take a reading of a device without an energy counter. */
  public PowerSample(
      long timeMillis,
      String device,
      double powerW,
      double temperatureC,
      double utilizationPercent,
      double memoryMiB) {
    this(timeMillis, device, powerW, temperatureC, utilizationPercent, memoryMiB, Double.NaN);
  }

  /** Return a copy that was taken {@code millis} later. */
  PowerSample later(long millis) {
    return new PowerSample(
        timeMillis + millis,
        device,
        powerW,
        temperatureC,
        utilizationPercent,
        memoryMiB,
        energyJ,
        energyMillis + millis);
  }
}
