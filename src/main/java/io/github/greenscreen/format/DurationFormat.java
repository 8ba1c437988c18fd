package io.github.greenscreen.format;

import java.util.Locale;

/** Formats durations for people. */
public final class DurationFormat {
  private DurationFormat() {}

  /**
   * Return {@code seconds} as readable text with at most two units: {@code 0.4 s}, {@code 12 s},
   * {@code 3 min 20 s}, {@code 2 h 05 min}, {@code 3 d 4 h}; {@code N/A} for NaN.
   */
  public static String spell(double seconds) {
    if (Double.isNaN(seconds)) {
      return TextNumberFormat.MISSING;
    }
    if (seconds < 9.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    if (whole < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
    long minutes = Math.round(seconds / 60);
    if (minutes < 48 * 60) {
      return String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }
    long hours = Math.round(seconds / 3600);
    return String.format(Locale.ROOT, "%d d %d h", hours / 24, hours % 24);
  }
}
