package io.github.greenscreen.power.rapl;

import io.github.greenscreen.power.MeterErrorLog;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the energy counters of processors and their memory that Linux exposes below {@code
 * /sys/class/powercap} (RAPL). Each sample is the energy between two readings ÷ the time between
 * them, stamped in the middle. A counter that cannot be read gives NaN, and the reason is logged;
 * one that several zones show is counted once. Not thread-safe.
 */
public final class RaplMeter implements PowerMeter {
  /** Name of the meter in run folders. */
  static final String NAME = "rapl";

  /** The folder in which Linux exposes the counters. */
  public static final Path ROOT = Path.of("/sys/class/powercap");

  private static final Logger LOG = LoggerFactory.getLogger(RaplMeter.class);

  private final MeterErrorLog errorLog = new MeterErrorLog(NAME);
  private final boolean isInstalled;
  private List<RaplCounter> counters;
  private Set<RaplZone> suspects;

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
    List<RaplZone> zones = RaplZone.all(root);
    isInstalled = !zones.isEmpty();
    if (zones.isEmpty()) {
      errorLog.say(
          "no counter intel-rapl:0 in "
              + root
              + "; Linux provides it on physical machines with an Intel or AMD processor; "
              + "elsewhere, estimate the power of the processors with --meter estimate:65W");
    }
    counters = zones.stream().map(zone -> new RaplCounter(zone, clock, nanos, errorLog)).toList();
    suspects = RaplMirrors.among(zones);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isInstalled() {
    return isInstalled;
  }

  @Override
  public boolean needsTwoReadings() {
    return true;
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
    if (!suspects.isEmpty() && counters.stream().anyMatch(RaplCounter::givesPower)) {
      dropMirrors();
    }
    return counters.stream().flatMap(counter -> counter.sample().stream()).toList();
  }

  /** Leave out the zones that show the counter of another one now as they did at the beginning. */
  private void dropMirrors() {
    List<RaplZone> zones = counters.stream().map(RaplCounter::zone).toList();
    Set<RaplZone> mirrors = new LinkedHashSet<>(RaplMirrors.among(zones));
    mirrors.retainAll(suspects);
    suspects = Set.of();
    mirrors.forEach(
        zone ->
            LOG.info(
                "power meter {}: {} shows the counter of another zone, which counts once",
                NAME,
                zone.folder().getFileName()));
    Map<Path, RaplZone> kept = new HashMap<>();
    RaplMirrors.without(mirrors, zones).forEach(zone -> kept.put(zone.folder(), zone));
    counters = counters.stream().filter(c -> kept.containsKey(c.zone().folder())).toList();
    counters.forEach(counter -> counter.rename(kept.get(counter.zone().folder())));
  }

  /** Explain how to make {@code file} readable. */
  static String denied(Path file) {
    Path folder = file.getParent();
    String driver = folder.getFileName().toString().replaceFirst(":.*", "");
    return file
        + ": not readable: since 2020, Linux restricts it to root; allow it until the next "
        + "reboot with: sudo chmod a+r "
        + folder.resolveSibling(driver)
        + ":*/energy_uj";
  }
}
