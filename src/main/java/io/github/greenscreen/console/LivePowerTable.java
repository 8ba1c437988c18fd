package io.github.greenscreen.console;

import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.power.PowerSample;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A table of live power readings, one line per device. On a terminal the lines are redrawn in
 * place; otherwise new lines are appended. Not thread-safe.
 */
public final class LivePowerTable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final String ERASE_REST = "\u001B[K";
  private static final int MIN_WIDTH = 6;

  private final PrintWriter out;
  private final Terminal terminal;
  private int drawn;
  private String form;

  /**
   * One reading of a device.
   *
   * @param meter name of the meter
   * @param sample the reading; NaN values are shown as {@code N/A}
   */
  public record Reading(String meter, PowerSample sample) {}

  /** Write to {@code out}, which {@code terminal} describes. */
  public LivePowerTable(PrintWriter out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Show the readings of {@code time}. On a terminal they replace the previous ones. */
  public void show(LocalTime time, List<Reading> readings) {
    if (form == null) {
      form = form(readings);
      line("time", "meter", "device", "power", "temp", "util", "memory");
    }
    if (terminal.live() && drawn > 0) {
      out.print("\u001B[" + drawn + "A");
    }
    readings.forEach(reading -> line(TIME.format(time), reading));
    drawn = readings.size();
    out.flush();
  }

  /** Return a format whose columns are wide enough for the names in {@code readings}. */
  private static String form(List<Reading> readings) {
    return "%-8s  %-"
        + width(readings.stream().map(Reading::meter))
        + "s  %-"
        + width(readings.stream().map(reading -> reading.sample().device()))
        + "s  %9s  %6s  %5s  %10s";
  }

  private static int width(Stream<String> names) {
    return Math.max(MIN_WIDTH, names.mapToInt(String::length).max().orElse(0));
  }

  private void line(String time, Reading reading) {
    PowerSample sample = reading.sample();
    line(
        time,
        reading.meter(),
        sample.device(),
        number("%.1f W", sample.powerW()),
        number("%.0f C", sample.temperatureC()),
        number("%.0f %%", sample.utilizationPercent()),
        number("%.0f MiB", sample.memoryMiB()));
  }

  private void line(Object... cells) {
    String text = String.format(Locale.ROOT, form, cells);
    if (terminal.live()) {
      // Some terminals wrap after a write to the last column, so it stays empty.
      out.print(text.substring(0, Math.min(text.length(), terminal.columns() - 1)) + ERASE_REST);
      out.print("\n");
    } else {
      out.print(text + "\n");
    }
  }

  private static String number(String form, double value) {
    return Double.isFinite(value)
        ? String.format(Locale.ROOT, form, value)
        : TextNumberFormat.MISSING;
  }
}
