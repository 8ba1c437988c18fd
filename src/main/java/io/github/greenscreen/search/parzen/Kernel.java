package io.github.greenscreen.search.parzen;

import java.util.random.RandomGenerator;

/** A density along one axis, relative to the draw of the parameter as the space says. */
interface Kernel {

  /** Return how much likelier than in the draw of the space {@code coordinate} is. */
  double ratio(double coordinate);

  /** Draw a coordinate. */
  double draw(RandomGenerator random);
}
