package io.github.greenscreen.search.parzen;

import java.util.random.RandomGenerator;

/**
 * A kernel: a density along one coordinate, relative to the parameter's distribution in the space.
 */
interface Kernel {

  /** Return how much likelier than in the draw of the space {@code coordinate} is. */
  double ratio(double coordinate);

  /** Draw a coordinate. */
  double draw(RandomGenerator random);
}
