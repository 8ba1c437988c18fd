package io.github.greenscreen.analysis.statistics;

import java.util.Arrays;

/**
 * The five-number summary of a quantity over runs. Quartiles and median are interpolated linearly
 * between neighbours (definition 7 of Hyndman and Fan 1996, the default of R's {@code quantile}).
 *
 * @param runs number of runs
 * @param lowest minimum
 * @param lowerQuartile first quartile
 * @param median median
 * @param upperQuartile third quartile
 * @param highest maximum
 */
public record FiveNumberSummary(
    int runs,
    double lowest,
    double lowerQuartile,
    double median,
    double upperQuartile,
    double highest) {
  private static final double QUARTER = 0.25;

  /** Summarise the finite ones of {@code values}; all numbers are NaN if there are none. */
  public static FiveNumberSummary of(double[] values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return new FiveNumberSummary(
        sorted.length,
        quantile(sorted, 0),
        quantile(sorted, QUARTER),
        quantile(sorted, 2 * QUARTER),
        quantile(sorted, 1 - QUARTER),
        quantile(sorted, 1));
  }

  private static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
