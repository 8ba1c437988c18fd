package io.github.greenscreen.power;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Milliseconds since 1970 that no clock adjustment affects: the wall time of the first call in this
 * process, advanced by the monotonic clock. Power samples and the windows over which energy is
 * summed must both use it; otherwise a clock correction would shift one against the other.
 */
public final class MonotonicClock {
  private static final long WALL = System.currentTimeMillis();
  private static final long NANOS = System.nanoTime();

  private MonotonicClock() {}

  /** Return a clock of this time in {@code zone}. */
  public static Clock in(ZoneId zone) {
    return new Zoned(zone);
  }

  /** Return the time; it never decreases. */
  public static long millis() {
    return WALL + (System.nanoTime() - NANOS) / 1_000_000;
  }

  /** Adapts this time to {@link Clock}. */
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
