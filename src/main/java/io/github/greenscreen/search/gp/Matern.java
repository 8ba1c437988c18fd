package io.github.greenscreen.search.gp;

/**
 * The Matérn kernel of smoothness 5/2 as a function of the squared distance s: (1 + √5s + 5s/3)
 * exp(−√5s); Rasmussen and Williams, Gaussian Processes for Machine Learning (2006), equation 4.17.
 */
final class Matern {
  private Matern() {}

  static double value(double squared) {
    double root = Math.sqrt(5 * squared);
    return (1 + root + 5.0 / 3 * squared) * Math.exp(-root);
  }

  /** Return the derivative of {@link #value}: −5/6 (1 + √5s) exp(−√5s). */
  static double slope(double squared) {
    double root = Math.sqrt(5 * squared);
    return -5.0 / 6 * (1 + root) * Math.exp(-root);
  }
}
