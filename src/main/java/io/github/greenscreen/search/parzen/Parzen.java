package io.github.greenscreen.search.parzen;

import io.github.greenscreen.search.axis.Axis;
import io.github.greenscreen.search.axis.Point;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A density that is the weighted sum of one bump per point and of a prior, the draw of the space. A
 * bump is the product of one bump per axis, so that values that do well together stay together
 * ("multivariate"). Where a coordinate is missing in a point, its bump is flat along that axis.
 * Densities are relative to the draw of the space, so that the prior is 1 everywhere and keeps the
 * sum from vanishing however many axes there are. Immutable.
 */
public final class Parzen {
  private final List<Axis> axes;
  private final Bump[][] bumps;
  private final double[] weights;

  /**
   * Sum bumps round {@code points}.
   *
   * @param weights how much each point counts, positive; then, last, how much the prior does
   * @param width deviation of the bumps along ordered axes, in (0, 1]
   * @param spread share of a bump that is given to all names
   */
  public Parzen(
      List<Axis> axes, List<Point> points, double[] weights, double width, double spread) {
    this.axes = List.copyOf(axes);
    // By axis first: a density goes through all bumps of one axis after the other.
    this.bumps = new Bump[axes.size()][points.size() + 1];
    for (int i = 0; i < axes.size(); i++) {
      Bump[] table = table(axes.get(i), width, spread);
      bumps[i][points.size()] = new FlatBump(axes.get(i));
      for (int bump = 0; bump < points.size(); bump++) {
        double centre = points.get(bump).at(i);
        bumps[i][bump] =
            Double.isNaN(centre)
                ? bumps[i][points.size()]
                : table.length == 0 ? new NormalBump(centre, width) : table[(int) centre];
      }
    }
    double total = Arrays.stream(weights).sum();
    this.weights = Arrays.stream(weights).map(weight -> weight / total).toArray();
  }

  private static Bump[] table(Axis axis, double width, double spread) {
    Bump[] result = new Bump[axis.levels()];
    for (int level = 0; level < result.length; level++) {
      result[level] =
          axis.isNamed()
              ? TableBump.ofNames(axis, level, spread)
              : TableBump.ofNumbers(axis, level, width);
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

  /** Return the density at {@code point}, positive, as if missing coordinates did not exist. */
  public double density(Point point) {
    double[] products = weights.clone();
    for (int i = 0; i < axes.size(); i++) {
      double coordinate = point.at(i);
      if (!Double.isNaN(coordinate)) {
        for (int bump = 0; bump < products.length; bump++) {
          products[bump] *= bumps[i][bump].ratio(coordinate);
        }
      }
    }
    return Arrays.stream(products).sum();
  }
}
