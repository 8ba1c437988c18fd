package io.github.greenscreen.chart.model;

import java.util.Objects;

/**
 * One regression coefficient with its confidence interval, as drawn in a forest plot.
 *
 * @param label parameter and value, for instance {@code batch_size 128}
 * @param estimate change from the baseline value
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record CoefficientEstimate(String label, double estimate, double low, double high) {
  public CoefficientEstimate {
    Objects.requireNonNull(label);
  }

  /** Return whether the interval excludes zero. */
  public boolean isClear() {
    return low > 0 || high < 0;
  }

  /** Return whether all numbers are finite. */
  public boolean isKnown() {
    return Double.isFinite(estimate) && Double.isFinite(low) && Double.isFinite(high);
  }
}
