package io.github.greenscreen.search.gp;

/**
 * Squared distances between points by coordinate: the square of the difference of an ordered
 * coordinate in [0, 1]; 0 or 1 between names, by whether they differ; the same where a coordinate
 * is missing (not a number) in one of two points.
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

  /** Return [coordinate][pair], the pairs (i, j) with j &lt; i of {@code points} row by row. */
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
