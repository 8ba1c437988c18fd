package io.github.greenscreen.console;

import io.github.greenscreen.format.DurationFormat;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A progress bar that is redrawn in place and estimates the time left; plain lines scroll above it.
 * If the output is not a terminal, only the lines are written. Thread-safe.
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

  /** Draw to {@code out} and use the system clock. */
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
   * Show the done {@code share} of the work, 0 to 1, and {@code what} is in progress. Redraws at
   * most ten times a second. The time left is estimated from the progress since the first call, so
   * that work of earlier sessions does not count.
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

  /** Write {@code text} as a separate line above the live bar. */
  public synchronized void line(String text) {
    erase();
    out.println(text);
    if (terminal.live() && !latest.isEmpty()) {
      draw();
    }
    out.flush();
  }

  /** Clear a line on which another process left its bar. */
  public synchronized void eraseLine() {
    drawn = Math.max(0, terminal.columns() - 1);
    erase();
    out.flush();
  }

  /** Remove the bar. */
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
    int available = terminal.columns() - 1 - 2 - tail.length();
    if (available < SMALLEST_BAR) {
      return cut(tail.strip());
    }
    int width = Math.min(available, LARGEST_BAR);
    int full = (int) Math.round(share * width);
    return "[" + "#".repeat(full) + ".".repeat(width - full) + "]" + tail;
  }

  /** Leave the last column empty, because some terminals wrap after a write to it. */
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
