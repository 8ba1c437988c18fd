package io.github.greenscreen.analysis.race;

import io.github.greenscreen.analysis.statistics.AnytimeTTest;
import java.util.List;

/**
 * The difference of two configurations over the seeds that both were trained with.
 *
 * @param seeds number of seeds
 * @param mean mean difference, the first configuration minus the second
 * @param halfWidth half-width of its interval; infinite if there are too few seeds
 * @param evidence that the mean is not zero, see {@link AnytimeTTest}; NaN for one seed
 * @param isDecided whether the interval excludes zero
 */
public record PairedDifference(
    int seeds, double mean, double halfWidth, double evidence, boolean isDecided) {

  /**
   * Return the difference {@code first} − {@code second}, values in the order of their seeds, with
   * an interval of confidence 1 − {@code level}.
   */
  static PairedDifference of(List<Double> first, List<Double> second, double level) {
    int n = first.size();
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += (first.get(i) - second.get(i)) / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double deviation = first.get(i) - second.get(i) - mean;
      squares += deviation * deviation;
    }
    double critical = AnytimeTTest.critical(n, level);
    if (n < 2) {
      return new PairedDifference(n, mean, critical, Double.NaN, false);
    }
    double error = Math.sqrt(squares / (n - 1) / n);
    double halfWidth = Double.isInfinite(critical) ? critical : critical * error;
    boolean decided = mean != 0 && Math.abs(mean) >= halfWidth;
    double t = mean == 0 ? 0 : mean / error;
    return new PairedDifference(n, mean, halfWidth, AnytimeTTest.evidence(t, n), decided);
  }

  /** Return the lower end of the interval. */
  public double low() {
    return mean - halfWidth;
  }

  /** Return the upper end of the interval. */
  public double high() {
    return mean + halfWidth;
  }

  /** Return whether the whole interval is closer to zero than {@code margin}. */
  boolean isWithin(double margin) {
    return Math.abs(mean) + halfWidth < margin;
  }
}
