package io.github.greenscreen.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which way a metric is better, spelled as in {@code config.yaml}. */
public enum Direction {
  /** More is better. */
  MAXIMIZE,
  /** Less is better. */
  MINIMIZE;

  /** Return the spelling in {@code config.yaml}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Return {@code value} turned so that less is better. */
  public double toMinimize(double value) {
    return this == MINIMIZE ? value : -value;
  }

  /** Return the goal spelled {@code text} if there is one. */
  public static Optional<Direction> find(String text) {
    return Arrays.stream(values()).filter(goal -> goal.spelling().equals(text)).findFirst();
  }

  /** Return the spellings of both goals. */
  public static List<String> spellings() {
    return Arrays.stream(values()).map(Direction::spelling).toList();
  }
}
