package io.github.greenscreen.search.parzen;

import io.github.greenscreen.search.axis.EncodedConfiguration;
import io.github.greenscreen.search.axis.EncodedParameter;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A Parzen estimator: the weighted sum of one kernel per point and of a prior, the distribution of
 * the space. A kernel is the product of one kernel per axis, so that values that do well together
 * stay together ("multivariate"). If a point lacks a coordinate, its kernel is flat along that
 * axis. Densities are relative to the distribution of the space, so that the prior is 1 everywhere
 * and keeps the sum from vanishing however many axes there are. Immutable.
 */
public final class ParzenEstimator {
  private final List<EncodedParameter> axes;
  private final Kernel[][] bumps;
  private final double[][][] ratios;
  private final double[] weights;

  /**
   * Create the sum of kernels around {@code points}.
   *
   * @param weights weight of each point, positive; the last one is that of the prior
   * @param width standard deviation of the kernels along ordered axes, in (0, 1]
   * @param spread share of a kernel that is distributed over all categories
   */
  public ParzenEstimator(
      List<EncodedParameter> axes,
      List<EncodedConfiguration> points,
      double[] weights,
      double width,
      double spread) {
    this.axes = List.copyOf(axes);
    this.bumps = new Kernel[axes.size()][];
    this.ratios = new double[axes.size()][][];
    for (int i = 0; i < axes.size(); i++) {
      bumps[i] = bumps(axes.get(i), i, points, table(axes.get(i), width, spread), width);
      ratios[i] = ratios(axes.get(i), bumps[i]);
    }
    double total = Arrays.stream(weights).sum();
    this.weights = Arrays.stream(weights).map(weight -> weight / total).toArray();
  }

  /** Return one kernel along axis {@code i} for each point, and last that of the prior. */
  private static Kernel[] bumps(
      EncodedParameter axis,
      int i,
      List<EncodedConfiguration> points,
      Kernel[] table,
      double width) {
    Kernel[] result = new Kernel[points.size() + 1];
    Kernel flat = new PriorKernel(axis);
    for (int bump = 0; bump < points.size(); bump++) {
      double centre = points.get(bump).at(i);
      if (Double.isNaN(centre)) {
        result[bump] = flat;
      } else {
        result[bump] =
            table.length == 0 ? new TruncatedNormalKernel(centre, width) : table[(int) centre];
      }
    }
    result[points.size()] = flat;
    return result;
  }

  private static Kernel[] table(EncodedParameter axis, double width, double spread) {
    Kernel[] result = new Kernel[axis.levels()];
    for (int level = 0; level < result.length; level++) {
      result[level] =
          axis.isNamed()
              ? CategoricalKernel.ofNames(axis, level, spread)
              : CategoricalKernel.ofNumbers(axis, level, width);
    }
    return result;
  }

  /** Return [level][kernel], so that a density multiplies arrays; empty for a range. */
  private static double[][] ratios(EncodedParameter axis, Kernel[] bumps) {
    double[][] result = new double[axis.levels()][bumps.length];
    for (int level = 0; level < result.length; level++) {
      for (int bump = 0; bump < bumps.length; bump++) {
        result[level][bump] = bumps[bump].ratio(level);
      }
    }
    return result;
  }

  /** Draw coordinates, one for every axis. */
  public double[] draw(RandomGenerator random) {
    double rest = random.nextDouble() - weights[0];
    int chosen = 0;
    while (rest >= 0 && chosen < weights.length - 1) {
      chosen++;
      rest -= weights[chosen];
    }
    double[] coordinates = new double[axes.size()];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = bumps[i][chosen].draw(random);
    }
    return coordinates;
  }

  /** Return the density at {@code point}, positive, ignoring missing coordinates. */
  public double density(EncodedConfiguration point) {
    double[] products = weights.clone();
    for (int i = 0; i < ratios.length; i++) {
      double coordinate = point.at(i);
      if (Double.isNaN(coordinate)) {
        continue;
      }
      if (ratios[i].length == 0) {
        multiply(products, bumps[i], coordinate);
      } else {
        multiply(products, ratios[i][(int) coordinate]);
      }
    }
    double sum = 0;
    for (double product : products) {
      sum += product;
    }
    return sum;
  }

  private static void multiply(double[] products, double[] by) {
    for (int i = 0; i < products.length; i++) {
      products[i] *= by[i];
    }
  }

  private static void multiply(double[] products, Kernel[] bumps, double coordinate) {
    for (int i = 0; i < products.length; i++) {
      products[i] *= bumps[i].ratio(coordinate);
    }
  }
}
