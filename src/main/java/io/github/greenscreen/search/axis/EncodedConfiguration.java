package io.github.greenscreen.search.axis;

import java.util.Arrays;

/**
 * A configuration as numbers, one per axis; NaN if a parameter does not apply. Two are equal if
 * their coordinates are.
 */
public final class EncodedConfiguration {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final double[] coordinates;

  EncodedConfiguration(double[] coordinates) {
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
    for (double coordinate : coordinates) {
      if (Double.isNaN(coordinate)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EncodedConfiguration that
        && Arrays.equals(coordinates, that.coordinates);
  }

  /**
   * Mixes the bits well, because small integers differ in few bits and sets of points are large.
   */
  @Override
  public int hashCode() {
    long hash = 0;
    for (double coordinate : coordinates) {
      hash = (hash ^ Double.doubleToLongBits(coordinate)) * MIX;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }
}
