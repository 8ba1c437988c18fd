package io.github.greenscreen.search.parzen;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;

/** A bump round a point of a range: a normal curve cut to [0, 1]. */
final class NormalBump implements Bump {
  private final NormalDistribution curve;
  private final double below;
  private final double inside;

  NormalBump(double centre, double width) {
    curve = new NormalDistribution(null, centre, width);
    below = curve.cumulativeProbability(0);
    inside = curve.cumulativeProbability(1) - below;
  }

  @Override
  public double ratio(double coordinate) {
    return curve.density(coordinate) / inside;
  }

  @Override
  public double draw(RandomGenerator random) {
    double share = below + random.nextDouble() * inside;
    return Math.min(Math.max(curve.inverseCumulativeProbability(share), 0), 1);
  }
}
