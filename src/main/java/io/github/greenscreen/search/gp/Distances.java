package io.github.greenscreen.search.gp;

/**
 * Computes squared distances between points by coordinate: for ordered coordinates in [0, 1] the
 * square of their difference, for categories 0 or 1 by whether they differ. A coordinate missing
 * (NaN) in one of the two points gives 1, in both 0.
 */
final class Distances {
  private Distances() {}

  /** Return the squared distance of {@code a} and {@code b} along one coordinate. */
  static double squared(double a, double b, boolean named) {
    if (a == b) {
      return 0;
    }
    if (named || Double.isNaN(a) || Double.isNaN(b)) {
      return Double.isNaN(a) && Double.isNaN(b) ? 0 : 1;
    }
    return (a - b) * (a - b);
  }

  /** Return [coordinate][pair], with the pairs (i, j), j &lt; i, of {@code points} row by row. */
  static double[][] pairs(double[][] points, boolean[] named) {
    int n = points.length;
    double[][] result = new double[named.length][n * (n - 1) / 2];
    for (int c = 0; c < named.length; c++) {
      int pair = 0;
      for (int i = 1; i < n; i++) {
        for (int j = 0; j < i; j++) {
          result[c][pair++] = squared(points[i][c], points[j][c], named[c]);
        }
      }
    }
    return result;
  }
}
