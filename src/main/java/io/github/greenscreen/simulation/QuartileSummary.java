package io.github.greenscreen.simulation;

import java.util.Arrays;

/**
 * Mean and quartiles of a sample; all NaN if it is empty. Quartiles are interpolated linearly (type
 * 7 of Hyndman and Fan, 1996).
 *
 * @param mean arithmetic mean
 * @param q25 first quartile
 * @param median second quartile
 * @param q75 third quartile
 */
public record QuartileSummary(double mean, double q25, double median, double q75) {

  /** Summarise {@code values}. */
  static QuartileSummary of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new QuartileSummary(
        Arrays.stream(values).average().orElse(Double.NaN),
        at(sorted, 0.25),
        at(sorted, 0.5),
        at(sorted, 0.75));
  }

  private static double at(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
