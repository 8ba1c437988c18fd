package io.github.greenscreen.analysis.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;

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
  /** Summarise the finite ones of {@code values}; all numbers are NaN if there are none. */
  public static FiveNumberSummary of(double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
    double[] five =
        Quantile.withDefaults()
            .with(Quantile.EstimationMethod.HF7)
            .evaluate(finite, 0, 0.25, 0.5, 0.75, 1);
    return new FiveNumberSummary(finite.length, five[0], five[1], five[2], five[3], five[4]);
  }
}
