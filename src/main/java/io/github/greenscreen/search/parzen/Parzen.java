package io.github.greenscreen.search.parzen;

import io.github.greenscreen.search.axis.Axis;
import io.github.greenscreen.search.axis.Point;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A density that is the weighted sum of one bump per point and of a prior, the draw of a parameter
 * as the space says. A bump is the product of one kernel per axis, so that values that do well
 * together stay together ("multivariate"). Where a coordinate is missing in a point, its bump is the
 * prior along that axis. Immutable.
 */
public final class Parzen {
  private final List<Axis> axes;
  private final List<Point> points;
  private final Kernel[] kernels;
  private final double[] logWeights;
  private final double[] sums;

  /**
   * Sum bumps round {@code points}.
   *
   * @param weights how much each point counts, positive; then, last, how much the prior does
   * @param width deviation of the bumps along ordered axes, in [0, 1]
   * @param spread share of a bump that names give to all names alike
   */
  public Parzen(
      List<Axis> axes, List<Point> points, double[] weights, double width, double spread) {
    this.axes = List.copyOf(axes);
    this.points = List.copyOf(points);
    this.kernels = axes.stream().map(axis -> kernel(axis, width, spread)).toArray(Kernel[]::new);
    double total = Arrays.stream(weights).sum();
    this.logWeights = Arrays.stream(weights).map(weight -> Math.log(weight / total)).toArray();
    this.sums = weights.clone();
    Arrays.parallelPrefix(sums, Double::sum);
  }

  private static Kernel kernel(Axis axis, double width, double spread) {
    if (axis.levels() == 0) {
      return new NormalKernel(width);
    }
    return axis.isNamed()
        ? TableKernel.ofNames(axis.levels(), spread)
        : TableKernel.ofNumbers(axis, width);
  }

  /** Draw coordinates, one for every axis. */
  public double[] draw(RandomGenerator random) {
    double unit = random.nextDouble() * sums[sums.length - 1];
    int bump = 0;
    while (bump < points.size() && sums[bump] <= unit) {
      bump++;
    }
    double[] coordinates = new double[axes.size()];
    for (int i = 0; i < coordinates.length; i++) {
      double centre = bump < points.size() ? points.get(bump).at(i) : Double.NaN;
      coordinates[i] =
          Double.isNaN(centre)
              ? axes.get(i).draw(random.nextDouble())
              : kernels[i].draw(centre, random);
    }
    return coordinates;
  }

  /** Return the logarithm of the density at {@code point}, as if missing coordinates did not exist. */
  public double logDensity(Point point) {
    double[] logarithms = new double[points.size() + 1];
    double highest = Double.NEGATIVE_INFINITY;
    for (int bump = 0; bump < logarithms.length; bump++) {
      logarithms[bump] = logWeights[bump];
      for (int i = 0; i < kernels.length; i++) {
        logarithms[bump] += along(i, bump, point.at(i));
      }
      highest = Math.max(highest, logarithms[bump]);
    }
    double sum = 0;
    for (double logarithm : logarithms) {
      sum += Math.exp(logarithm - highest);
    }
    return highest + Math.log(sum);
  }

  private double along(int axis, int bump, double coordinate) {
    if (Double.isNaN(coordinate)) {
      return 0;
    }
    double centre = bump < points.size() ? points.get(bump).at(axis) : Double.NaN;
    return Double.isNaN(centre)
        ? axes.get(axis).logShare(coordinate)
        : kernels[axis].logDensity(centre, coordinate);
  }
}
