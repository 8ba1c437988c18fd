package io.github.greenscreen.analysis.race;

import io.github.greenscreen.analysis.statistics.AnytimeTTest;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * When a race is over.
 *
 * @param isHighest whether the highest mean wins; otherwise the lowest
 * @param seeds number of seeds for each configuration after which the race is over
 * @param margin differences below it do not matter; empty if all do
 * @param isMarginRelative whether the margin is a share of the best mean
 */
public record RaceRules(
    boolean isHighest, int seeds, OptionalDouble margin, boolean isMarginRelative) {
  /** The probability that no configuration wins that is not the only best one. */
  public static final double CONFIDENCE = 0.95;

  public RaceRules {
    Objects.requireNonNull(margin);
  }

  /** Return the smallest number of seeds after which a race of {@code configurations} can end. */
  public static int fewestSeeds(int configurations) {
    return AnytimeTTest.fewest(level(configurations));
  }

  /**
   * Return the probability of error of each comparison in a race of {@code configurations}. The
   * best one takes part in one less than there are configurations, and only its comparisons can
   * remove it from the race.
   */
  static double level(int configurations) {
    return (1 - CONFIDENCE) / (configurations - 1);
  }

  /** Return the margin if {@code best} is the best mean. */
  OptionalDouble margin(double best) {
    return margin.isPresent() && isMarginRelative
        ? OptionalDouble.of(margin.getAsDouble() * Math.abs(best))
        : margin;
  }
}
