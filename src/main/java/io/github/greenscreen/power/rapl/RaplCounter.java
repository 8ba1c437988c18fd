package io.github.greenscreen.power.rapl;

import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.power.MeterErrorLog;
import io.github.greenscreen.power.PowerBounds;
import io.github.greenscreen.power.PowerSample;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The counter of one zone and its last reading. A power that is not plausible is NaN, with a reason
 * in the log: a counter that stands still, as virtual machines show it, or one that was reset. Not
 * thread-safe.
 */
final class RaplCounter {
  /**
   * Minimum interval: counters advance in steps of about a millisecond, so shorter differences
   * would be noise.
   */
  private static final long SHORTEST_NANOS = 50_000_000;

  private final LongSupplier clock;
  private final LongSupplier nanos;
  private final MeterErrorLog errorLog;
  private RaplZone zone;
  private Reading last;
  private boolean hasAdvanced;

  /** Create the counter of {@code zone} and read it. */
  RaplCounter(RaplZone zone, LongSupplier clock, LongSupplier nanos, MeterErrorLog errorLog) {
    this.zone = zone;
    this.clock = clock;
    this.nanos = nanos;
    this.errorLog = errorLog;
    last = read();
  }

  /** Return the zone. */
  RaplZone zone() {
    return zone;
  }

  /** Use the device name of {@code renamed}, which is the same zone. */
  void rename(RaplZone renamed) {
    zone = renamed;
  }

  /** Return whether a reading now gives the power since the last one. */
  boolean givesPower() {
    return last != null && isDue();
  }

  /** Return whether a reading now gives a sample. */
  private boolean isDue() {
    return last == null || nanos.getAsLong() - last.nanos() >= SHORTEST_NANOS;
  }

  /**
   * Return the mean power since the last reading; empty if that was less than 50 ms ago. Memory
   * whose counter has never advanced is not counted by this machine, and has no samples.
   */
  Optional<PowerSample> sample() {
    if (!isDue()) {
      return Optional.empty();
    }
    Reading before = last;
    last = read();
    if (before == null || last == null) {
      return Optional.of(sample(clock.getAsLong(), Double.NaN));
    }
    double seconds = (last.nanos() - before.nanos()) / 1e9;
    double watts = watts(microjoules(before.microjoules(), last.microjoules()) / 1e6, seconds);
    hasAdvanced |= Double.isFinite(watts);
    return hasAdvanced || zone.isPackage()
        ? Optional.of(sample(last.millis() - Math.round(seconds * 500), watts))
        : Optional.empty();
  }

  private double watts(double joules, double seconds) {
    double watts = joules / seconds;
    if (joules == 0) {
      errorLog.say(
          zone.device()
              + ": the counter does not advance, as in many virtual machines; energy stays N/A, "
              + "--meter estimate:65W estimates it");
    } else if (watts > PowerBounds.MAX_WATTS) {
      errorLog.say(
          String.format(
              Locale.ROOT,
              "%s: the counter says %.0f W, %s; it was probably reset",
              zone.device(),
              watts,
              PowerBounds.EXPECTED));
    }
    return PowerBounds.isPlausible(watts) ? watts : Double.NaN;
  }

  private double microjoules(long before, long now) {
    if (now >= before) {
      return now - before;
    }
    if (zone.rangeMicrojoules() <= before) {
      errorLog.say(zone.device() + ": the counter decreased, and its wrap-around value is unknown");
      return Double.NaN;
    }
    return zone.rangeMicrojoules() - before + now;
  }

  private PowerSample sample(long millis, double watts) {
    return new PowerSample(millis, zone.device(), watts, Double.NaN, Double.NaN, Double.NaN);
  }

  /** Read the counter; null if it cannot be read. */
  private Reading read() {
    try {
      return new Reading(zone.read(), clock.getAsLong(), nanos.getAsLong());
    } catch (IOException e) {
      Path file = zone.counter();
      errorLog.say(
          e instanceof AccessDeniedException
              ? RaplMeter.denied(file)
              : file + ": " + FailureReason.of(e));
      return null;
    }
  }

  private record Reading(long microjoules, long millis, long nanos) {}
}
