package io.github.greenscreen.run.format;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.model.RunFolderException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Columns and number formats of {@code power.csv}. */
public final class PowerFile {
  private static final List<String> COLUMNS =
      List.of("time_ms", "device", "power_W", "temperature_C", "utilization_%", "memory_MiB");

  /** The header line. */
  public static final String HEADER = String.join(",", COLUMNS) + "\n";

  private PowerFile() {}

  /** Return {@code samples} as lines, without the header; energy counters are not written. */
  public static String format(List<PowerSample> samples) {
    return samples.stream().map(PowerFile::line).collect(Collectors.joining());
  }

  /**
   * Parse {@code content} of {@code file}; the samples have no energy counter.
   *
   * @throws RunFolderException if it is malformed, with the file and the place
   */
  public static List<PowerSample> parse(Path file, String content) {
    return CsvTable.parse(file, content, COLUMNS).rows().stream().map(PowerFile::sample).toList();
  }

  private static String line(PowerSample sample) {
    return CsvTable.line(
        List.of(
            Long.toString(sample.timeMillis()),
            sample.device(),
            CsvNumberFormat.compact(sample.powerW()),
            CsvNumberFormat.compact(sample.temperatureC()),
            CsvNumberFormat.compact(sample.utilizationPercent()),
            CsvNumberFormat.compact(sample.memoryMiB())));
  }

  private static PowerSample sample(CsvTable.Row row) {
    return new PowerSample(
        time(row),
        row.text("device"),
        row.number("power_W"),
        row.number("temperature_C"),
        row.number("utilization_%"),
        row.number("memory_MiB"));
  }

  private static long time(CsvTable.Row row) {
    if (!row.text("time_ms").matches("-?\\d{1,18}")) {
      throw row.unexpected("time_ms", "milliseconds since 1970");
    }
    return Long.parseLong(row.text("time_ms"));
  }
}
