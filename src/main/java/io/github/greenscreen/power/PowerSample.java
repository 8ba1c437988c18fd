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
 */
public record PowerSample(
    long timeMillis,
    String device,
    double powerW,
    double temperatureC,
    double utilizationPercent,
    double memoryMiB) {
  public PowerSample {
    Objects.requireNonNull(device);
  }

  /** Return a copy that was taken {@code millis} later. */
  PowerSample later(long millis) {
    return new PowerSample(
        timeMillis + millis, device, powerW, temperatureC, utilizationPercent, memoryMiB);
  }
}
