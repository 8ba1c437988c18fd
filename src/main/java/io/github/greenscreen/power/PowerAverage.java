package io.github.greenscreen.power;

/**
 * Determines whether the reported average power of a GPU is a true average. A power that the driver
 * averages over the last second is that of half a second ago, so its sample is stamped then;
 * otherwise a ramp of 10 W/s would be read 5 W too low. A GPU that reports the same number as its
 * average and as its instantaneous power in every reading does not average. Written by one thread
 * at a time.
 */
public final class PowerAverage {
  /** The fact key for samples stamped in this way; its value is the window in seconds. */
  public static final String FACT = "power_averaged_s";

  /** The window over which drivers average. */
  public static final String WINDOW_S = "1";

  private static final long HALF_A_WINDOW_MILLIS = 500;

  private volatile boolean found;

  /**
   * Compare the average and the instantaneous power that a GPU reported at one moment; NaN if
   * missing.
   */
  public void compare(double average, double instant) {
    found |= Double.isFinite(average) && average != instant;
  }

  /** Return whether the two powers have ever differed. */
  public boolean isOne() {
    return found;
  }

  /** Return the age of a reported power in milliseconds. */
  public long lagMillis() {
    return found ? HALF_A_WINDOW_MILLIS : 0;
  }
}
