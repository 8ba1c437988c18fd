package io.github.greenscreen.search.sampler;

import io.github.greenscreen.search.axis.EncodedConfiguration;
import io.github.greenscreen.search.axis.EncodedParameter;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Creates a child of two points. Every coordinate comes from one of the parents or, along ranges,
 * from simulated binary crossover (Deb and Agrawal 1995), near one of them at the scale of their
 * distance. Then each coordinate may mutate, one on average. Not thread-safe.
 */
final class GeneticOperators {
  private static final double CROSSED = 0.9;
  private static final double CROSSOVER_INDEX = 15;
  private static final double MUTATION_INDEX = 20;

  private final List<EncodedParameter> axes;
  private final SplittableRandom random;

  GeneticOperators(List<EncodedParameter> axes, SplittableRandom random) {
    this.axes = axes;
    this.random = random;
  }

  /** Return the coordinates of a child, one for every axis. */
  double[] child(EncodedConfiguration first, EncodedConfiguration second) {
    boolean crossed = random.nextDouble() < CROSSED;
    double[] result = new double[axes.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = crossed ? cross(axes.get(i), first.at(i), second.at(i)) : first.at(i);
      boolean mutates = random.nextDouble() < 1.0 / result.length;
      if (Double.isNaN(result[i]) || (mutates && axes.get(i).levels() > 0)) {
        result[i] = axes.get(i).draw(random.nextDouble());
      } else if (mutates) {
        result[i] = mutate(result[i]);
      }
    }
    return result;
  }

  private double cross(EncodedParameter axis, double first, double second) {
    double near = random.nextBoolean() ? first : second;
    if (axis.levels() > 0 || Double.isNaN(first) || Double.isNaN(second)) {
      return near;
    }
    double unit = random.nextDouble();
    double power = 1 / (CROSSOVER_INDEX + 1);
    double spread = unit < 0.5 ? Math.pow(2 * unit, power) : Math.pow(1 / (2 * (1 - unit)), power);
    double middle = (first + second) / 2;
    return inside(middle + spread * (near - middle));
  }

  /**
   * Mutate a coordinate of a range, usually by little: polynomial mutation (Deb and Goyal 1996).
   */
  private double mutate(double coordinate) {
    double unit = random.nextDouble();
    double power = 1 / (MUTATION_INDEX + 1);
    double step = unit < 0.5 ? Math.pow(2 * unit, power) - 1 : 1 - Math.pow(2 * (1 - unit), power);
    return inside(coordinate + step);
  }

  private static double inside(double coordinate) {
    return Math.min(Math.max(coordinate, 0), 1);
  }
}
