package io.github.greenscreen.search.parzen;

import io.github.greenscreen.search.axis.Axis;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The kernel of an axis that has a list of values, as a table of [value seen][value]: names by
 * Aitchison and Aitken (1976), all others equally likely; ordered values by a normal curve over
 * their places, cut to the list.
 */
final class TableKernel implements Kernel {
  private final double[][] logarithms;
  private final double[][] sums;

  private TableKernel(double[][] shares) {
    int levels = shares.length;
    logarithms = new double[levels][levels];
    sums = new double[levels][levels];
    for (int centre = 0; centre < levels; centre++) {
      double total = Arrays.stream(shares[centre]).sum();
      double sum = 0;
      for (int level = 0; level < levels; level++) {
        sum += shares[centre][level] / total;
        sums[centre][level] = sum;
        logarithms[centre][level] = Math.log(shares[centre][level] / total);
      }
    }
  }

  /** Give the share {@code spread} of a bump to all values alike, the rest to the value seen. */
  static TableKernel ofNames(int levels, double spread) {
    double[][] shares = new double[levels][levels];
    for (int centre = 0; centre < levels; centre++) {
      Arrays.fill(shares[centre], spread / levels);
      shares[centre][centre] += 1 - spread;
    }
    return new TableKernel(shares);
  }

  /** Spread a bump by a normal curve of deviation {@code width} over the places of the values. */
  static TableKernel ofNumbers(Axis axis, double width) {
    double[][] shares = new double[axis.levels()][axis.levels()];
    for (int centre = 0; centre < shares.length; centre++) {
      for (int level = 0; level < shares.length; level++) {
        double z = (axis.place(level) - axis.place(centre)) / width;
        shares[centre][level] = Math.max(Math.exp(-0.5 * z * z), 1e-6);
      }
    }
    return new TableKernel(shares);
  }

  @Override
  public double logDensity(double centre, double coordinate) {
    return logarithms[(int) centre][(int) coordinate];
  }

  @Override
  public double draw(double centre, RandomGenerator random) {
    double[] sum = sums[(int) centre];
    double unit = random.nextDouble();
    int level = 0;
    while (level < sum.length - 1 && sum[level] <= unit) {
      level++;
    }
    return level;
  }
}
