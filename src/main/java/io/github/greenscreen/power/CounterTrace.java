package io.github.greenscreen.power;

/**
 * What the energy counter of one device told over time, and the same device's power, to compare
 * them. Immutable.
 */
public final class CounterTrace {
  private static final double JOULES_PER_WATT_HOUR = 3600;

  private final String device;
  private final TimeSeries joules;
  private final TimeSeries.Limits limits;
  private final PowerTrace power;

  CounterTrace(String device, TimeSeries joules, TimeSeries.Limits limits, PowerTrace power) {
    this.device = device;
    this.joules = joules;
    this.limits = limits;
    this.power = power;
  }

  /** Return the name of the device. */
  public String device() {
    return device;
  }

  /** Return the power of this device alone. */
  public PowerTrace power() {
    return power;
  }

  /**
   * Return what it counted from one moment to another, in milliseconds since 1970, in watt-hours;
   * between two readings it is taken to have counted evenly. NaN where a moment lies before the
   * first reading, after the last one, or in a gap of more than five periods; what lies between the
   * moments may have gaps of any length.
   */
  public double energyWh(long fromMillis, long toMillis) {
    double from = joules.at(fromMillis, limits);
    return (joules.at(toMillis, limits) - from) / JOULES_PER_WATT_HOUR;
  }

  /** Tell whether it ever ran backwards in these moments, as it does when the driver is loaded. */
  public boolean isResetBetween(long fromMillis, long toMillis) {
    return joules.falls(fromMillis, toMillis);
  }
}
