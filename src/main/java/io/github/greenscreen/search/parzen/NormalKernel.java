package io.github.greenscreen.search.parzen;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;

/** The kernel of a range: a normal curve cut to [0, 1]. */
final class NormalKernel implements Kernel {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double ROOT_TWO = Math.sqrt(2);

  private final double width;

  NormalKernel(double width) {
    this.width = width;
  }

  @Override
  public double logDensity(double centre, double coordinate) {
    double z = (coordinate - centre) / width;
    double inside = below((1 - centre) / width) - below(-centre / width);
    return -0.5 * z * z - LOG_ROOT_TWO_PI - Math.log(width * inside);
  }

  @Override
  public double draw(double centre, RandomGenerator random) {
    double low = below(-centre / width);
    double high = below((1 - centre) / width);
    double share = low + random.nextDouble() * (high - low);
    double drawn = centre + width * NORMAL.inverseCumulativeProbability(share);
    return Math.min(Math.max(drawn, 0), 1);
  }

  private static double below(double z) {
    return 0.5 * Erf.erfc(-z / ROOT_TWO);
  }
}
