package io.github.greenscreen.power;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Milliseconds since 1970 that nobody can set back or forth: the wall time at which this process
 * first asked, carried on by the monotonic clock. Power samples and the windows over which energy
 * is added must both be stamped with it, or a corrected clock would stretch the one against the
 * other.
 */
public final class MonotonicClock {
  private static final long WALL = System.currentTimeMillis();
  private static final long NANOS = System.nanoTime();

  private MonotonicClock() {}

  /** Return a clock of this time that tells the hour of {@code zone}. */
  public static Clock in(ZoneId zone) {
    return new Zoned(zone);
  }

  /** Return the time; it never runs backwards. */
  public static long millis() {
    return WALL + (System.nanoTime() - NANOS) / 1_000_000;
  }

  /** This time as the libraries of Java want it. */
  private static final class Zoned extends Clock {
    private final ZoneId zone;

    Zoned(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Zoned(other);
    }

    @Override
    public long millis() {
      return MonotonicClock.millis();
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis());
    }
  }
}
