package io.github.greenscreen.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The direction of an objective, spelled as in {@code config.yaml}. */
public enum Direction {
  /** Larger values are better. */
  MAXIMIZE,
  /** Smaller values are better. */
  MINIMIZE;

  /** Return the spelling in {@code config.yaml}. */
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Return {@code value}, negated if necessary so that smaller is better. */
  public double toMinimize(double value) {
    return this == MINIMIZE ? value : -value;
  }

  /** Return the direction spelled {@code text} if it exists. */
  public static Optional<Direction> find(String text) {
    return Arrays.stream(values()).filter(goal -> goal.configName().equals(text)).findFirst();
  }

  /** Return the spellings of both directions. */
  public static List<String> configNames() {
    return Arrays.stream(values()).map(Direction::configName).toList();
  }
}
