package io.github.greenscreen.console;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A bar that is drawn again in place while work goes on, with an estimate of the time left, and
 * plain lines that scroll above it. Where the writer is no terminal only the lines are written.
 * Thread-safe.
 */
public final class ProgressBar implements AutoCloseable {
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final int SMALLEST_BAR = 10;
  private static final int LARGEST_BAR = 40;
  private static final String GREEN = "\u001B[32m";
  private static final String RESET = "\u001B[0m";

  private final PrintWriter out;
  private final Terminal terminal;
  private final LongSupplier nanos;
  private final long begin;
  private double firstShare = Double.NaN;
  private long lastDraw;
  private int drawn;
  private String latest = "";

  /** Draw to {@code out}, taking the time from the system. */
  public ProgressBar(PrintWriter out, Terminal terminal) {
    this(out, terminal, System::nanoTime);
  }

  ProgressBar(PrintWriter out, Terminal terminal, LongSupplier nanos) {
    this.out = out;
    this.terminal = terminal;
    this.nanos = nanos;
    this.begin = nanos.getAsLong();
    this.lastDraw = begin - REDRAW_NANOS;
  }

  /**
   * Show that {@code share} of the work is done, 0 to 1, and {@code what} is going on. Drawn at
   * most ten times a second. The time left is judged by what was done since the first call, so that
   * work of an earlier sitting does not count.
   */
  public synchronized void show(double share, String what) {
    if (!terminal.live()) {
      return;
    }
    long now = nanos.getAsLong();
    double seconds = (now - begin) / 1e9;
    firstShare = Double.isNaN(firstShare) ? share : firstShare;
    latest = compose(Math.min(1, Math.max(0, share)), what, seconds);
    if (now - lastDraw >= REDRAW_NANOS) {
      lastDraw = now;
      draw();
    }
  }

  /** Write a line of its own; a live bar stays below it. */
  public synchronized void line(String text) {
    erase();
    out.println(text);
    if (terminal.live() && !latest.isEmpty()) {
      draw();
    }
    out.flush();
  }

  /** Clear the line on which another process has left its bar. */
  public synchronized void eraseLine() {
    drawn = Math.max(0, terminal.columns() - 1);
    erase();
    out.flush();
  }

  /** Take the bar away. */
  @Override
  public synchronized void close() {
    erase();
    latest = "";
    out.flush();
  }

  private String compose(double share, String what, double seconds) {
    double done = share - firstShare;
    String left = done > 0 ? DurationFormat.spell(seconds / done * (1 - share)) + " left" : "";
    String tail =
        String.format(Locale.ROOT, " %3.0f %%  %s  %s", share * 100, what, left).stripTrailing();
    int room = terminal.columns() - 1 - 2 - tail.length();
    if (room < SMALLEST_BAR) {
      return cut(tail.strip());
    }
    int width = Math.min(room, LARGEST_BAR);
    int full = (int) Math.round(share * width);
    return "[" + "#".repeat(full) + ".".repeat(width - full) + "]" + tail;
  }

  /** Leave the last column free, because some terminals wrap when it is written. */
  private String cut(String text) {
    return text.substring(0, Math.min(text.length(), terminal.columns() - 1));
  }

  private void draw() {
    String rest = " ".repeat(Math.max(0, drawn - latest.length()));
    out.print("\r" + (terminal.colour() ? coloured(latest) : latest) + rest);
    drawn = latest.length();
    out.flush();
  }

  private static String coloured(String text) {
    int full = text.lastIndexOf('#') + 1;
    return full == 0 ? text : GREEN + text.substring(0, full) + RESET + text.substring(full);
  }

  private void erase() {
    if (drawn > 0) {
      out.print("\r" + " ".repeat(drawn) + "\r");
      drawn = 0;
    }
  }
}
