package io.github.greenscreen.power.rapl;

import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.power.MeterErrorLog;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Reads the energy counters of processors and their memory that Linux exposes below {@code
 * /sys/class/powercap} (RAPL). Each sample is the energy between two readings ÷ the time between
 * them, stamped in the middle. A counter that cannot be read gives NaN, and the reason is logged.
 * Not thread-safe.
 */
public final class RaplMeter implements PowerMeter {
  /** Name of the meter in run folders. */
  static final String NAME = "rapl";

  /** The folder in which Linux exposes the counters. */
  public static final Path ROOT = Path.of("/sys/class/powercap");

  /**
   * Minimum interval: counters advance in steps of about a millisecond, so shorter differences
   * would be noise.
   */
  private static final long SHORTEST_NANOS = 50_000_000;

  private final List<RaplZone> zones;
  private final LongSupplier clock;
  private final LongSupplier nanos;
  private final MeterErrorLog errorLog = new MeterErrorLog(NAME);
  private final Map<RaplZone, Reading> last = new HashMap<>();

  /** Create a meter of this machine and take a first reading. */
  public RaplMeter() {
    this(ROOT, System::currentTimeMillis, System::nanoTime);
  }

  /**
   * Create a meter of the counters below {@code root} and take a first reading.
   *
   * @param clock stamps samples, in milliseconds since 1970
   * @param nanos measures time between readings, in nanoseconds
   */
  public RaplMeter(Path root, LongSupplier clock, LongSupplier nanos) {
    this.zones = RaplZone.all(root);
    this.clock = clock;
    this.nanos = nanos;
    if (zones.isEmpty()) {
      errorLog.say(
          "no counter intel-rapl:0 in "
              + root
              + "; Linux provides it on physical machines with an Intel or AMD processor");
    }
    zones.forEach(this::read);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Return whether a counter answers. */
  public boolean answers() {
    return !last.isEmpty();
  }

  @Override
  public List<String> errorLog() {
    return errorLog.reasons();
  }

  /**
   * Return the mean power of every counter since the previous reading, or nothing if that was less
   * than 50 ms ago.
   */
  @Override
  public List<PowerSample> read() {
    List<PowerSample> samples = new ArrayList<>();
    for (RaplZone zone : zones) {
      Reading before = last.get(zone);
      if (before == null || nanos.getAsLong() - before.nanos() >= SHORTEST_NANOS) {
        samples.add(sample(zone, before, read(zone)));
      }
    }
    return samples;
  }

  private PowerSample sample(RaplZone zone, Reading before, Reading now) {
    if (before == null || now == null) {
      return sample(zone, clock.getAsLong(), Double.NaN);
    }
    double seconds = (now.nanos() - before.nanos()) / 1e9;
    long middle = now.millis() - Math.round(seconds * 500);
    double joules = microjoules(zone, before.microjoules(), now.microjoules()) / 1e6;
    return sample(zone, middle, joules / seconds);
  }

  private double microjoules(RaplZone zone, long before, long now) {
    if (now >= before) {
      return now - before;
    }
    if (zone.rangeMicrojoules() <= before) {
      errorLog.say(zone.device() + ": the counter decreased, and its wrap-around value is unknown");
      return Double.NaN;
    }
    return zone.rangeMicrojoules() - before + now;
  }

  private static PowerSample sample(RaplZone zone, long millis, double watts) {
    return new PowerSample(millis, zone.device(), watts, Double.NaN, Double.NaN, Double.NaN);
  }

  /** Read a counter and remember its value; null if it cannot be read. */
  private Reading read(RaplZone zone) {
    try {
      Reading reading = new Reading(zone.read(), clock.getAsLong(), nanos.getAsLong());
      last.put(zone, reading);
      return reading;
    } catch (IOException e) {
      last.remove(zone);
      errorLog.say(reason(zone, e));
      return null;
    }
  }

  private static String reason(RaplZone zone, IOException e) {
    Path file = zone.folder().resolve("energy_uj");
    return e instanceof AccessDeniedException ? denied(file) : file + ": " + FailureReason.of(e);
  }

  /** Explain how to make {@code file} readable. */
  static String denied(Path file) {
    return file
        + ": not readable: since 2020, Linux restricts it to root; allow it until the next "
        + "reboot with: sudo chmod a+r "
        + file.getParent().getParent()
        + "/intel-rapl:*/energy_uj";
  }

  private record Reading(long microjoules, long millis, long nanos) {}
}
