package io.github.greenscreen.search.parzen;

import io.github.greenscreen.search.axis.EncodedParameter;
import java.util.random.RandomGenerator;

/** The prior: the parameter's distribution in the space. */
record PriorKernel(EncodedParameter axis) implements Kernel {
  @Override
  public double ratio(double coordinate) {
    return 1;
  }

  @Override
  public double draw(RandomGenerator random) {
    return axis.draw(random.nextDouble());
  }
}
