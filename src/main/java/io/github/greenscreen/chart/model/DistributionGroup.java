package io.github.greenscreen.chart.model;

import java.util.List;
import java.util.Objects;

/**
 * A group of runs that forms one row of a distribution chart.
 *
 * @param label description of the group, for instance {@code batch_size 128 (18)}
 * @param values one value per run; NaN values are ignored
 * @param lowerQuartile first quartile of the values
 * @param median median of the values
 * @param upperQuartile third quartile of the values
 */
public record DistributionGroup(
    String label, List<Double> values, double lowerQuartile, double median, double upperQuartile) {
  public DistributionGroup {
    Objects.requireNonNull(label);
    values = List.copyOf(values);
  }

  /** Return the finite values in ascending order. */
  public double[] sorted() {
    return values.stream().mapToDouble(each -> each).filter(Double::isFinite).sorted().toArray();
  }
}
