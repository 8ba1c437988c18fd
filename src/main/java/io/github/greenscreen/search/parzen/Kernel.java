package io.github.greenscreen.search.parzen;

import java.util.random.RandomGenerator;

/**
 * A kernel: a density along one coordinate, relative to the parameter's distribution in the space.
 */
interface Kernel {

  /** Return the density of {@code coordinate} relative to the distribution of the space. */
  double ratio(double coordinate);

  /** Draw a coordinate. */
  double draw(RandomGenerator random);
}
