package io.github.greenscreen.power.meter;

import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.power.MeterErrorLog;
import io.github.greenscreen.power.MeterFacts;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Estimates power instead of measuring it: the utilisation of all processors × their power at full
 * load, which the user provides. Each sample covers the time since the previous one, is stamped in
 * the middle of that interval, and is marked as estimated in its device name. Not thread-safe.
 */
public final class EstimateMeter implements PowerMeter {
  /** Device name of the samples. */
  public static final String DEVICE = "CPU (estimated)";

  /** Name of the meter in run folders. */
  static final String NAME = "estimate";

  /** The file in which Linux reports the busy time of processors. */
  static final Path STAT = Path.of("/proc/stat");

  /** Minimum interval, because busy times are counted in steps of 10 ms. */
  private static final long SHORTEST_NANOS = 100_000_000;

  private final double watts;
  private final Path stat;
  private final LongSupplier clock;
  private final LongSupplier nanos;
  private final MeterErrorLog errorLog = new MeterErrorLog(NAME);
  private CpuTimes last;
  private long lastNanos;

  /** Create a meter for this machine, whose processors draw {@code watts} at full load. */
  public EstimateMeter(double watts) {
    this(watts, STAT, System::currentTimeMillis, System::nanoTime);
  }

  /** Create a meter that reads {@code stat} instead of {@code /proc/stat}, with other clocks. */
  EstimateMeter(double watts, Path stat, LongSupplier clock, LongSupplier nanos) {
    this.watts = watts;
    this.stat = stat;
    this.clock = clock;
    this.nanos = nanos;
    advance();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean needsTwoReadings() {
    return true;
  }

  @Override
  public Map<String, String> facts() {
    return Map.of(
        MeterFacts.ESTIMATED, "true", "power_estimate_W", String.format(Locale.ROOT, "%s", watts));
  }

  @Override
  public List<String> errorLog() {
    return errorLog.reasons();
  }

  /**
   * Return the estimate for the time since the last one, or nothing if less than 100 ms have
   * passed.
   */
  @Override
  public List<PowerSample> read() {
    CpuTimes before = last;
    long passed = nanos.getAsLong() - lastNanos;
    if (before != null && passed < SHORTEST_NANOS) {
      return List.of();
    }
    advance();
    double share = before == null || last == null ? Double.NaN : last.utilizationSince(before);
    long middle = clock.getAsLong() - (before == null ? 0 : passed / 2_000_000);
    return List.of(
        new PowerSample(middle, DEVICE, share * watts, Double.NaN, share * 100, Double.NaN));
  }

  private void advance() {
    lastNanos = nanos.getAsLong();
    try {
      last = CpuTimes.read(stat);
    } catch (NoSuchFileException e) {
      last = null;
      errorLog.say(
          stat
              + " does not exist; the estimate needs the busy times of processors in it, which "
              + "only Linux has");
    } catch (IOException e) {
      last = null;
      errorLog.say(stat + ": " + FailureReason.of(e));
    }
  }
}
