package io.github.greenscreen.chart;

import java.util.Arrays;
import java.util.Optional;

/**
 * A Gaussian kernel density estimate with the bandwidth of Silverman's rule of thumb, 0.9 min(s,
 * IQR ÷ 1.34) n^(−1/5) (Silverman 1986, Density Estimation, equation 3.31). It is cut off at the
 * lowest and the highest value, since nothing was observed beyond them.
 */
final class KernelDensityEstimate {
  /** Minimum number of values; fewer do not define a shape. */
  static final int MIN = 5;

  private static final int STEPS = 48;

  private final double[] sorted;
  private final double bandwidth;
  private final double highest;

  private KernelDensityEstimate(double[] sorted, double bandwidth) {
    this.sorted = sorted;
    this.bandwidth = bandwidth;
    this.highest = Arrays.stream(places()).map(this::raw).max().orElse(1);
  }

  /**
   * Estimate the density of {@code sorted}, finite values in ascending order; empty if there are
   * fewer than five values or all are equal.
   */
  static Optional<KernelDensityEstimate> of(double[] sorted) {
    if (sorted.length < MIN) {
      return Optional.empty();
    }
    double bandwidth = bandwidth(sorted);
    boolean equal = sorted[sorted.length - 1] - sorted[0] <= Math.ulp(sorted[0]) * STEPS;
    return equal ? Optional.empty() : Optional.of(new KernelDensityEstimate(sorted, bandwidth));
  }

  /**
   * Return the bandwidth for {@code sorted}; it uses the standard deviation alone if the quartiles
   * are equal.
   */
  static double bandwidth(double[] sorted) {
    int n = sorted.length;
    double mean = Arrays.stream(sorted).average().orElse(0);
    double squares = Arrays.stream(sorted).map(v -> (v - mean) * (v - mean)).sum();
    double deviation = Math.sqrt(squares / (n - 1));
    double middle = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.34;
    return 0.9 * (middle > 0 ? Math.min(deviation, middle) : deviation) * Math.pow(n, -0.2);
  }

  /**
   * Return the evenly spaced values at which the outline is drawn, from the lowest to the highest.
   */
  double[] places() {
    double low = sorted[0];
    double step = (sorted[sorted.length - 1] - low) / STEPS;
    double[] places = new double[STEPS + 1];
    Arrays.setAll(places, i -> low + i * step);
    return places;
  }

  /** Return the density at {@code value}, relative to the highest on the outline. */
  double at(double value) {
    return Math.min(1, raw(value) / highest);
  }

  private double raw(double value) {
    double sum = 0;
    for (double each : sorted) {
      double distance = (value - each) / bandwidth;
      sum += Math.exp(-distance * distance / 2);
    }
    return sum;
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
