package io.github.greenscreen.search.parzen;

import java.util.random.RandomGenerator;

/** A bump along one axis round the coordinate of a point seen. */
interface Kernel {

  /** Return the logarithm of the density at {@code coordinate} of the bump round {@code centre}. */
  double logDensity(double centre, double coordinate);

  /** Draw a coordinate from the bump round {@code centre}. */
  double draw(double centre, RandomGenerator random);
}
