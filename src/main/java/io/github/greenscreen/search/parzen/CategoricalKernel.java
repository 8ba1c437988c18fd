package io.github.greenscreen.search.parzen;

import io.github.greenscreen.search.axis.EncodedParameter;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * A kernel around one value of a list, stored as a table over the list. For categories it is that
 * of Aitchison and Aitken (1976), with all other values equally likely; for ordered values it is a
 * normal density over their positions, truncated to the list. Values with probability zero in the
 * space keep it.
 */
final class CategoricalKernel implements Kernel {
  private static final double FAINTEST = 1e-6;

  private final double[] ratios;
  private final double[] upTo;

  private CategoricalKernel(EncodedParameter axis, double[] weights) {
    double total = Arrays.stream(weights).sum();
    ratios = new double[weights.length];
    upTo = new double[weights.length];
    double sum = 0;
    for (int level = 0; level < weights.length; level++) {
      double share = weights[level] / total;
      sum += share;
      upTo[level] = sum;
      ratios[level] = share > 0 ? share / axis.share(level) : 0;
    }
  }

  /**
   * Distribute the share {@code spread} over all categories as the space does, and give the rest to
   * {@code centre}.
   */
  static CategoricalKernel ofNames(EncodedParameter axis, int centre, double spread) {
    double[] weights = new double[axis.levels()];
    for (int level = 0; level < weights.length; level++) {
      weights[level] = axis.share(level) * spread;
    }
    weights[centre] += axis.share(centre) > 0 ? 1 - spread : 0;
    return new CategoricalKernel(axis, weights);
  }

  /**
   * Create a normal kernel of standard deviation {@code width} over the positions of the values.
   */
  static CategoricalKernel ofNumbers(EncodedParameter axis, int centre, double width) {
    double[] weights = new double[axis.levels()];
    for (int level = 0; level < weights.length; level++) {
      double z = (axis.place(level) - axis.place(centre)) / width;
      weights[level] = axis.share(level) * Math.max(Math.exp(-0.5 * z * z), FAINTEST);
    }
    return new CategoricalKernel(axis, weights);
  }

  @Override
  public double ratio(double coordinate) {
    return ratios[(int) coordinate];
  }

  @Override
  public double draw(RandomGenerator random) {
    double unit = random.nextDouble();
    int level = 0;
    while (level < upTo.length - 1 && upTo[level] <= unit) {
      level++;
    }
    return level;
  }
}
