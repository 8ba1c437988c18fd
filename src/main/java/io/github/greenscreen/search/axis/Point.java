package io.github.greenscreen.search.axis;

import java.util.Arrays;

/**
 * A configuration as numbers, one per axis; not a number where a parameter does not apply. Equal to
 * another point of the same coordinates.
 */
public final class Point {
  private final double[] coordinates;

  Point(double[] coordinates) {
    this.coordinates = coordinates;
  }

  /** Return a copy of the coordinates. */
  public double[] coordinates() {
    return coordinates.clone();
  }

  /** Return the coordinate along axis {@code i}. */
  public double at(int i) {
    return coordinates[i];
  }

  /** Tell whether a coordinate is missing. */
  boolean lacksAny() {
    return Arrays.stream(coordinates).anyMatch(Double::isNaN);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Point that && Arrays.equals(coordinates, that.coordinates);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coordinates);
  }
}
