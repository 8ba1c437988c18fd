package io.github.greenscreen.run.format;

import io.github.greenscreen.format.CsvNumberFormat;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.model.EpochRow;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Columns and number formats of {@code logs.csv}; the study's nine columns come first. */
public final class LogsFile {
  private static final List<String> STUDY =
      List.of(
          "epoch",
          "time",
          "loss",
          "accuracy",
          "val_loss",
          "val_accuracy",
          "gpu_power_W",
          "gpu_temp_C",
          "gpu_util_%");

  /** The header line. */
  public static final String HEADER =
      String.join(",", STUDY)
          + ",epoch_seconds,energy_Wh,gpu_memory_MiB,cpu_power_W,lr,images_per_s,power_source\n";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private static final String FORM = "0000-00-00 00:00:00";

  private static final List<String> EPOCHS =
      IntStream.range(0, 1000).mapToObj(Integer::toString).toList();

  private LogsFile() {}

  /** Return {@code row} as a line of the file; an unknown number becomes {@code N/A}. */
  public static String format(EpochRow row) {
    return CsvTable.line(
        List.of(
            row.epoch(),
            TIME.format(row.time()),
            CsvNumberFormat.sixDecimals(row.loss()),
            CsvNumberFormat.sixDecimals(row.accuracy()),
            CsvNumberFormat.sixDecimals(row.valLoss()),
            CsvNumberFormat.sixDecimals(row.valAccuracy()),
            CsvNumberFormat.measured(row.gpuPowerW(), 2),
            CsvNumberFormat.measured(row.gpuTempC(), 0),
            CsvNumberFormat.measured(row.gpuUtilPercent(), 0),
            CsvNumberFormat.measured(row.epochSeconds(), 3),
            CsvNumberFormat.measured(row.energyWh(), 6),
            CsvNumberFormat.measured(row.gpuMemoryMiB(), 0),
            CsvNumberFormat.measured(row.cpuPowerW(), 2),
            CsvNumberFormat.significant(row.learningRate()),
            CsvNumberFormat.measured(row.imagesPerSecond(), 2),
            row.powerSource().configName()));
  }

  /**
   * Parse a log of this program, or of the study, whose rows have only the first nine columns. Of a
   * training that was started again, the rows of the last start count; of several rows of an epoch,
   * the last one.
   */
  public static List<EpochRow> parse(Path file, String content) {
    Map<String, EpochRow> rows = new LinkedHashMap<>();
    for (CsvTable.Row cells : CsvTable.parse(file, content, STUDY).rows()) {
      add(rows, row(cells));
    }
    return List.copyOf(rows.values());
  }

  /** Return whether a log was cut off within its header. */
  public static boolean isCutInHeader(String content) {
    return HEADER.startsWith(content);
  }

  private static void add(Map<String, EpochRow> rows, EpochRow row) {
    if (row.equals(rows.get(row.epoch()))) {
      return;
    }
    if (row.epoch().equals(EpochRow.PRE)) {
      rows.clear();
    }
    rows.remove(row.epoch());
    rows.put(row.epoch(), row);
  }

  private static EpochRow row(CsvTable.Row row) {
    return new EpochRow(
        epoch(row),
        time(row),
        row.number("loss"),
        row.share("accuracy"),
        row.number("val_loss"),
        row.share("val_accuracy"),
        row.number("gpu_power_W"),
        row.number("gpu_temp_C"),
        row.number("gpu_util_%"),
        row.number("epoch_seconds"),
        row.number("energy_Wh"),
        row.number("gpu_memory_MiB"),
        row.number("cpu_power_W"),
        row.number("lr"),
        row.number("images_per_s"),
        source(row));
  }

  private static String epoch(CsvTable.Row row) {
    String epoch = row.text("epoch");
    if (isCount(epoch)) {
      return shared(epoch);
    }
    if (epoch.equals(EpochRow.PRE) || epoch.equals(EpochRow.POST)) {
      return epoch;
    }
    throw row.unexpected("epoch", "pre, post or a whole number");
  }

  /** Return a shared instance: half a million rows have only a few different texts. */
  private static String shared(String epoch) {
    int number = Integer.parseInt(epoch);
    return number < EPOCHS.size() && EPOCHS.get(number).equals(epoch) ? EPOCHS.get(number) : epoch;
  }

  private static boolean isCount(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= 9;
  }

  /** Return the source of the power; rows of the study and of earlier versions do not name it. */
  private static PowerSource source(CsvTable.Row row) {
    return PowerSource.find(row.text("power_source")).orElse(PowerSource.NONE);
  }

  private static LocalDateTime time(CsvTable.Row row) {
    String text = row.text("time");
    try {
      return hasForm(text) ? fast(text) : LocalDateTime.parse(text, TIME);
    } catch (DateTimeException e) {
      throw row.unexpected("time", "a local time such as 2026-01-31 12:00:00");
    }
  }

  private static boolean hasForm(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      char form = FORM.charAt(i);
      if (form == '0' ? each < '0' || each > '9' : each != form) {
        return false;
      }
    }
    return true;
  }

  /** Parse a time in the form of {@link #TIME}; the formatter takes ten times as long. */
  private static LocalDateTime fast(String text) {
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19));
  }

  private static int number(String text, int begin, int end) {
    return Integer.parseInt(text, begin, end, 10);
  }
}
