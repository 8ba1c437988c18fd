package io.github.greenscreen.power;

/**
 * Finds out whether what a GPU calls its average power is one. A power that the driver averages
 * over the last second is that of half a second ago, and so its sample is stamped; without that a
 * ramp of 10 W/s would be read 5 W too low. A GPU that gives the same number as its average and as
 * its power of the moment, reading by reading, does not average. Written by one thread at a time.
 */
final class PowerAverage {
  /** The fact that samples are stamped so: the window in seconds. */
  static final String FACT = "power_averaged_s";

  /** Over how many seconds drivers average. */
  static final String WINDOW_S = "1";

  private static final long HALF_A_WINDOW_MILLIS = 500;

  private volatile boolean found;

  /**
   * Take what the GPU told at one moment as its average and as its power of the moment, NaN where
   * it told none.
   */
  void compare(double average, double instant) {
    found |= Double.isFinite(average) && average != instant;
  }

  /** Return whether it has ever told two different powers. */
  boolean isOne() {
    return found;
  }

  /** Return how many milliseconds ago the power was that it tells now. */
  long lagMillis() {
    return found ? HALF_A_WINDOW_MILLIS : 0;
  }
}
