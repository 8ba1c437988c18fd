package io.github.greenscreen.search.parzen;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;

/** A normal kernel around a point of a range, truncated to [0, 1]. */
final class TruncatedNormalKernel implements Kernel {
  private final NormalDistribution curve;
  private final double below;
  private final double inside;
  private final double height;
  private final double steepness;

  TruncatedNormalKernel(double centre, double width) {
    curve = new NormalDistribution(null, centre, width);
    below = curve.cumulativeProbability(0);
    inside = curve.cumulativeProbability(1) - below;
    height = 1 / (width * Math.sqrt(2 * Math.PI) * inside);
    steepness = -0.5 / (width * width);
  }

  @Override
  public double ratio(double coordinate) {
    double away = coordinate - curve.getMean();
    return height * Math.exp(steepness * away * away);
  }

  @Override
  public double draw(RandomGenerator random) {
    double share = below + random.nextDouble() * inside;
    return Math.min(Math.max(curve.inverseCumulativeProbability(share), 0), 1);
  }
}
