package io.github.greenscreen.analysis;

import java.util.Objects;

/**
 * How far apart two runs must be to be told apart.
 *
 * @param relative the meter's stated error as a share of the better value; 0 where no meter is
 *     involved
 * @param absolute the repeatability limit in the unit of the metric: what the difference of two
 *     repeats of one configuration stays below in 95 % of cases; 0 where nothing was repeated
 * @param repeats runs beyond the first of each configuration that it rests on
 */
public record TieTolerance(double relative, double absolute, int repeats) {
  /** What NVIDIA states for its GPUs, and what is supposed of the other meters. */
  public static final double METER = 0.05;

  /** Return how far from {@code value} another one must be. */
  public double around(double value) {
    return Math.max(relative * Math.abs(value), absolute);
  }

  /** Tell whether {@code value} cannot be told apart from {@code best}. */
  public boolean ties(double best, double value) {
    double difference = Math.abs(best - value);
    return difference == 0 || difference < around(best);
  }

  /** Return this in words; empty where only equal values tie. */
  public String words() {
    String meter = relative > 0 ? "the meter's error of 5 %" : "";
    String spread =
        absolute > 0 ? "the spread of " + repeats + (repeats == 1 ? " repeat" : " repeats") : "";
    return Objects.equals(meter, "") || spread.isEmpty() ? meter + spread : meter + " or " + spread;
  }
}
