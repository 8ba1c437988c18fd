package io.github.greenscreen.simulation;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Quantile;

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
    double[] quartiles =
        Quantile.withDefaults()
            .with(Quantile.EstimationMethod.HF7)
            .evaluate(values, 0.25, 0.5, 0.75);
    return new QuartileSummary(
        Arrays.stream(values).average().orElse(Double.NaN),
        quartiles[0],
        quartiles[1],
        quartiles[2]);
  }
}
