package io.github.greenscreen.chart;

import java.util.Objects;

/**
 * One coefficient of a regression, to be drawn with its interval.
 *
 * @param label what it is about, for instance {@code batch_size 128}
 * @param estimate change against the baseline's value
 * @param low lower end of the interval
 * @param high upper end
 */
public record CoefficientEstimate(String label, double estimate, double low, double high) {
  public CoefficientEstimate {
    Objects.requireNonNull(label);
  }

  /** Tell whether the interval leaves out zero. */
  boolean isClear() {
    return low > 0 || high < 0;
  }

  /** Tell whether all its numbers are known. */
  boolean isKnown() {
    return Double.isFinite(estimate) && Double.isFinite(low) && Double.isFinite(high);
  }
}
