package io.github.greenscreen.power;

/**
 * The readings of one device's energy counter over time, and its power for comparison. Immutable.
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

  /** Return the power of this device only. */
  public PowerTrace power() {
    return power;
  }

  /**
   * Return the counted energy between two moments, in milliseconds since 1970, in watt-hours;
   * between two readings it is interpolated linearly. NaN if a moment is before the first reading,
   * after the last one, or in a gap of more than five periods; gaps that lie entirely between the
   * moments may have any length.
   */
  public double energyWh(long fromMillis, long toMillis) {
    double from = joules.at(fromMillis, limits);
    return (joules.at(toMillis, limits) - from) / JOULES_PER_WATT_HOUR;
  }

  /**
   * Return the longest time between these moments in which the counter did not advance, in seconds.
   */
  public double longestStillSeconds(long fromMillis, long toMillis) {
    return joules.longestStill(fromMillis, toMillis) / 1000.0;
  }

  /**
   * Return whether the counter ever decreased between these moments, as it does when the driver is
   * loaded.
   */
  public boolean isResetBetween(long fromMillis, long toMillis) {
    return joules.falls(fromMillis, toMillis);
  }
}
