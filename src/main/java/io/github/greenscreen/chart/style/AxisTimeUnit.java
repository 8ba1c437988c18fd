package io.github.greenscreen.chart.style;

/** The unit of a time axis. */
public enum AxisTimeUnit {
  SECONDS("seconds", 1),
  MINUTES("minutes", 60),
  HOURS("hours", 3600);

  private final String word;
  private final double seconds;

  AxisTimeUnit(String word, double seconds) {
    this.word = word;
    this.seconds = seconds;
  }

  /** Return the unit that suits a longest time of {@code longest} seconds. */
  public static AxisTimeUnit of(double longest) {
    if (longest > 3 * HOURS.seconds) {
      return HOURS;
    }
    return longest > 3 * MINUTES.seconds ? MINUTES : SECONDS;
  }

  /** Return the name for the title of an axis, in the plural. */
  public String word() {
    return word;
  }

  /** Return the number of seconds in this unit. */
  public double seconds() {
    return seconds;
  }
}
