package io.github.greenscreen.analysis.ranking;

import java.util.Objects;

/**
 * The minimum difference at which two runs count as different.
 *
 * @param relative stated error of the power meter as a fraction of the better value; 0 if no meter
 *     is involved
 * @param absolute repeatability limit in the unit of the metric: the difference of two repeats of a
 *     configuration stays below it in 95 % of cases; 0 without repeats
 * @param repeats number of runs beyond the first of each configuration, from which the limit is
 *     estimated
 */
public record TieTolerance(double relative, double absolute, int repeats) {
  /** The error that NVIDIA states for its GPUs; it is assumed for other meters too. */
  public static final double METER = 0.05;

  /** Return the minimum distance from {@code value}. */
  public double around(double value) {
    return Math.max(relative * Math.abs(value), absolute);
  }

  /** Return whether {@code value} cannot be distinguished from {@code best}. */
  public boolean ties(double best, double value) {
    double difference = Math.abs(best - value);
    return difference == 0 || difference < around(best);
  }

  /** Return the tolerance in words; an empty string if only equal values tie. */
  public String words() {
    String meter = relative > 0 ? "the meter's error of 5 %" : "";
    String spread =
        absolute > 0 ? "the spread of " + repeats + (repeats == 1 ? " repeat" : " repeats") : "";
    return Objects.equals(meter, "") || spread.isEmpty() ? meter + spread : meter + " or " + spread;
  }
}
