package io.github.greenscreen.analysis.race;

import java.util.Objects;

/**
 * The comparison of two configurations in a race.
 *
 * @param better number of the configuration with the better mean
 * @param other number of the other one
 * @param difference value of the better one − value of the other one
 */
public record RaceComparison(int better, int other, PairedDifference difference) {
  public RaceComparison {
    Objects.requireNonNull(difference);
  }
}
