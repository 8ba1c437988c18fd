package io.github.greenscreen.power;

/**
 * Milliseconds since 1970 that nobody can set back or forth: the wall time at which this process
 * first asked, carried on by the monotonic clock. Power samples and the windows over which energy
 * is added must both be stamped with it, or a corrected clock would stretch the one against the
 * other.
 */
public final class SteadyClock {
  private static final long WALL = System.currentTimeMillis();
  private static final long NANOS = System.nanoTime();

  private SteadyClock() {}

  /** Return the time; it never runs backwards. */
  public static long millis() {
    return WALL + (System.nanoTime() - NANOS) / 1_000_000;
  }
}
