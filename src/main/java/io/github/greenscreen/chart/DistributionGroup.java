package io.github.greenscreen.chart;

import java.util.List;
import java.util.Objects;

/**
 * Runs that are looked at together, a row of a distribution.
 *
 * @param label what they are, for instance {@code batch_size 128 (18)}
 * @param values one for each run; not-a-number is left out
 * @param lowerQuartile a quarter of the values lies below
 * @param median half of them lies below
 * @param upperQuartile a quarter of them lies above
 */
public record DistributionGroup(
    String label, List<Double> values, double lowerQuartile, double median, double upperQuartile) {
  public DistributionGroup {
    Objects.requireNonNull(label);
    values = List.copyOf(values);
  }

  /** Return the values that are known, ascending. */
  double[] sorted() {
    return values.stream().mapToDouble(each -> each).filter(Double::isFinite).sorted().toArray();
  }
}
