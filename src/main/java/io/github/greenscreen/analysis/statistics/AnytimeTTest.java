package io.github.greenscreen.analysis.statistics;

/**
 * The anytime-valid t test of whether a mean is zero. Its evidence is the Bayes factor of a normal
 * prior with variance 2 for mean ÷ standard deviation, against zero; it depends only on the t value
 * and the number of values (Gönen and others, 2005, with their prior of precision ½). If the values
 * are normal with mean zero, the evidence is a martingale whatever their standard deviation, so
 * that the probability that it ever reaches 1 ÷ level is at most the level (Ville's inequality).
 * One may look after every value and end at any time (Lai, 1976; Wang and Ramdas, 2025).
 */
public final class AnytimeTTest {
  /** The variance of the prior; 2 needs few values for differences of one deviation or more. */
  private static final double PRIOR_VARIANCE = 2;

  private AnytimeTTest() {}

  /**
   * Return the evidence that the mean is not zero: the Bayes factor for the value {@code t} of
   * Student's statistic, which may be infinite, of {@code n} values, at least 2.
   */
  public static double evidence(double t, int n) {
    double r = ratio(n);
    double x = t * t / (n - 1);
    double gain = Double.isInfinite(x) ? Math.log(r) : Math.log1p(x) - Math.log1p(x / r);
    return Math.exp(n * gain / 2 - Math.log(r) / 2);
  }

  /**
   * Return the smallest absolute t value of {@code n} values, at least 1, whose evidence reaches 1
   * ÷ {@code level}; infinite if none does. Multiplied by the standard error, it is the half-width
   * of an interval that contains the mean for all n together with probability 1 − {@code level}.
   */
  public static double critical(int n, double level) {
    double r = ratio(n);
    double needed = Math.exp((Math.log(r) / 2 - Math.log(level)) * 2 / n);
    return needed < r
        ? Math.sqrt((n - 1) * (needed - 1) / (1 - needed / r))
        : Double.POSITIVE_INFINITY;
  }

  /** Return the smallest number of values whose evidence can reach 1 ÷ {@code level}. */
  public static int fewest(double level) {
    int n = 2;
    while (Double.isInfinite(critical(n, level))) {
      n++;
    }
    return n;
  }

  /** Return the variance of the standardised mean under the prior, relative to that without. */
  private static double ratio(int n) {
    return 1 + n * PRIOR_VARIANCE;
  }
}
