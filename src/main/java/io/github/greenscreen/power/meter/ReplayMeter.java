package io.github.greenscreen.power.meter;

import io.github.greenscreen.power.MeterException;
import io.github.greenscreen.power.MeterFacts;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Replays the samples of a {@code power.csv}, for tests and demonstrations. Its first sample falls
 * on the first reading, the others keep their recorded distances, and after the last one the file
 * restarts, one mean distance later. Not thread-safe.
 */
public final class ReplayMeter implements PowerMeter {
  /** Name of the meter in run folders. */
  static final String NAME = "replay";

  private static final String HEADER =
      "time_ms,device,power_W,temperature_C,utilization_%,memory_MiB";
  private static final int COLUMNS = 6;

  private final Path file;
  private final List<PowerSample> samples;
  private final long lengthMillis;
  private final LongSupplier clock;
  private long startMillis;
  private long played;

  /**
   * Create a meter that replays {@code file}, a readable {@code power.csv} with at least one
   * sample.
   */
  public ReplayMeter(Path file) {
    this(file, System::currentTimeMillis);
  }

  /** Create a meter with another clock, in milliseconds since 1970. */
  ReplayMeter(Path file, LongSupplier clock) {
    this.file = file;
    this.samples = load(file);
    this.clock = clock;
    long[] times = samples.stream().mapToLong(PowerSample::timeMillis).distinct().toArray();
    long span = times[times.length - 1] - times[0];
    this.lengthMillis = span + (times.length == 1 ? 1000 : Math.max(1, span / (times.length - 1)));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, String> facts() {
    return Map.of(MeterFacts.REPLAYED, file.toString());
  }

  /** Return the samples that are due since the last reading, stamped with the present time. */
  @Override
  public List<PowerSample> read() {
    long now = clock.getAsLong();
    if (played == 0) {
      startMillis = now;
    }
    List<PowerSample> due = new ArrayList<>();
    for (PowerSample next = next(); next.timeMillis() <= now; next = next()) {
      due.add(next);
      played++;
    }
    return due;
  }

  private PowerSample next() {
    PowerSample sample = samples.get((int) (played % samples.size()));
    long shift = sample.timeMillis() - samples.get(0).timeMillis();
    long rounds = played / samples.size();
    return new PowerSample(
        startMillis + rounds * lengthMillis + shift,
        sample.device(),
        sample.powerW(),
        sample.temperatureC(),
        sample.utilizationPercent(),
        sample.memoryMiB());
  }

  private static List<PowerSample> load(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new MeterException(
          file + ": cannot be read; expected the power.csv of an earlier run", e);
    }
    if (lines.isEmpty() || !lines.get(0).strip().startsWith(HEADER)) {
      throw new MeterException(
          "%s:1: found \"%s\", expected the first line of a power.csv: %s"
              .formatted(file, lines.isEmpty() ? "" : lines.get(0), HEADER));
    }
    List<PowerSample> samples = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        samples.add(sample(file, i + 1, lines.get(i)));
      }
    }
    if (samples.isEmpty()) {
      throw new MeterException(file + ": contains no samples; record a run with a meter first");
    }
    samples.sort(Comparator.comparingLong(PowerSample::timeMillis));
    return List.copyOf(samples);
  }

  private static PowerSample sample(Path file, int number, String line) {
    List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    try {
      if (cells.size() >= COLUMNS) {
        return new PowerSample(
            Long.parseLong(cells.get(0)),
            cells.get(1),
            number(cells.get(2)),
            number(cells.get(3)),
            number(cells.get(4)),
            number(cells.get(5)));
      }
    } catch (NumberFormatException e) {
      // The exception below covers this case, too.
    }
    throw new MeterException(
        "%s:%s: found \"%s\", expected values of %s".formatted(file, "" + number, line, HEADER));
  }

  private static double number(String cell) {
    return cell.equals("N/A") ? Double.NaN : Double.parseDouble(cell);
  }
}
