package io.github.greenscreen.power;

/**
 * The rule by which every meter of a device tells a power from an implausible value: a device that
 * answers draws power, and none draws more than 10 kW. Drivers return zero for fields that a device
 * does not use, and numbers such as 2³² − 1 mW for unknown values.
 */
public final class PowerBounds {
  /** Upper bound in watts. */
  public static final double MAX_WATTS = 10_000;

  /** What a message says that it expected. */
  public static final String EXPECTED = "expected above 0 and at most 10000 W";

  private PowerBounds() {}

  /** Return whether one device can draw {@code watts}; false for NaN. */
  public static boolean isPlausible(double watts) {
    return watts > 0 && watts <= MAX_WATTS;
  }
}
