package io.github.greenscreen.search.gp;

import java.util.Arrays;

/**
 * Scales values to mean 0 and variance 1, and back.
 *
 * @param centre their mean
 * @param width their standard deviation, or 1 if all are the same
 */
record Standardizer(double centre, double width) {

  static Standardizer of(double[] values) {
    double centre = Arrays.stream(values).average().orElse(0);
    double variance =
        Arrays.stream(values).map(v -> (v - centre) * (v - centre)).average().orElse(0);
    return new Standardizer(centre, variance > 0 ? Math.sqrt(variance) : 1);
  }

  double[] apply(double[] values) {
    return Arrays.stream(values).map(value -> (value - centre) / width).toArray();
  }

  double restore(double value) {
    return centre + width * value;
  }
}
