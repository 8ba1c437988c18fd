package io.github.greenscreen.console;

import io.github.greenscreen.power.PowerSample;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Live readings of power meters, a line per device. On a terminal the lines are written again in
 * place; elsewhere they follow each other. Not thread-safe.
 */
public final class PowerDisplay {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final String ERASE_REST = "\u001B[K";
  private static final String MISSING = "N/A";

  private final PrintWriter out;
  private final Terminal terminal;
  private boolean headed;
  private int drawn;

  /**
   * What a meter says of a device.
   *
   * @param meter name of the meter
   * @param sample the reading; what is NaN in it is shown as {@code N/A}
   */
  public record Reading(String meter, PowerSample sample) {}

  /** Write to {@code out}, which is {@code terminal}. */
  public PowerDisplay(PrintWriter out, Terminal terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * Show what was read at {@code time}, in place of what was shown before where that is possible.
   */
  public void show(LocalTime time, List<Reading> readings) {
    if (!headed) {
      line("time", "meter", "device", "power", "temperature", "utilisation", "memory");
      headed = true;
    }
    if (terminal.live() && drawn > 0) {
      out.print("\u001B[" + drawn + "A");
    }
    readings.forEach(reading -> line(TIME.format(time), reading));
    drawn = readings.size();
    out.flush();
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
    String text = String.format(Locale.ROOT, "%-8s  %-10s  %-10s  %9s  %11s  %11s  %10s", cells);
    if (terminal.live()) {
      // The last column stays free, because some terminals wrap when it is written.
      out.print(text.substring(0, Math.min(text.length(), terminal.columns() - 1)) + ERASE_REST);
      out.print("\n");
    } else {
      out.print(text + "\n");
    }
  }

  private static String number(String form, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, form, value) : MISSING;
  }
}
