package io.github.greenscreen.power;

import java.util.List;
import java.util.Objects;

/**
 * One reading of one device. Values that the meter did not report are NaN.
 *
 * @param timeMillis time in milliseconds since 1970
 * @param device device name, for instance {@code GPU 0}; never null
 * @param powerW power in watts
 * @param temperatureC temperature in degrees Celsius
 * @param utilizationPercent share of the time in which the device was busy, in percent
 * @param memoryMiB memory in use on the device in MiB
 * @param energyJ the device's own energy counter in joules, with an unknown origin; it is used for
 *     comparison with power and not written to {@code power.csv}
 * @param energyMillis time of the energy counter, in milliseconds since 1970; later than {@code
 *     timeMillis} if the power is an average over the time before
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

  /** Create a sample whose energy counter was read at the same moment. */
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

  /** Create a sample of a device without an energy counter. */
  public PowerSample(
      long timeMillis,
      String device,
      double powerW,
      double temperatureC,
      double utilizationPercent,
      double memoryMiB) {
    this(timeMillis, device, powerW, temperatureC, utilizationPercent, memoryMiB, Double.NaN);
  }

  /** Return the power of all devices of one reading in watts; NaN if no device reported any. */
  public static double totalW(List<PowerSample> reading) {
    return reading.stream()
        .mapToDouble(PowerSample::powerW)
        .filter(Double::isFinite)
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  /** Return a copy with its times shifted by {@code millis}. */
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
