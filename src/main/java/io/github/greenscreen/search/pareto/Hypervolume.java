package io.github.greenscreen.search.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Computes the hypervolume indicator: the volume of the objective space that a set of points
 * dominates, bounded by a reference point (Zitzler and Thiele, 1998). It slices one objective after
 * the other (the baseline of While et al., "A Faster Algorithm for Calculating Hypervolume", 2006),
 * which is exact, and fast for two and three objectives.
 */
public final class Hypervolume {
  private Hypervolume() {}

  /**
   * Return the volume between {@code points} and {@code reference}; 0 if no point is better than
   * the reference in every objective.
   *
   * @param points each as long as the reference, without NaN; smaller is better
   * @param reference the worst value of each objective that still counts, finite
   */
  public static double of(List<double[]> points, double[] reference) {
    List<double[]> inside = new ArrayList<>();
    for (double[] point : points) {
      if (isBetter(point, reference)) {
        inside.add(point);
      }
    }
    return slice(inside, reference, reference.length);
  }

  private static boolean isBetter(double[] point, double[] reference) {
    for (int i = 0; i < reference.length; i++) {
      if (!(point[i] < reference[i])) {
        return false;
      }
    }
    return true;
  }

  /** Return the volume in the first {@code objectives} objectives. */
  private static double slice(List<double[]> points, double[] reference, int objectives) {
    int last = objectives - 1;
    if (points.isEmpty()) {
      return 0;
    }
    if (last == 0) {
      return reference[0] - points.stream().mapToDouble(point -> point[0]).min().orElseThrow();
    }
    List<double[]> front = front(points, objectives);
    front.sort(Comparator.comparingDouble(point -> point[last]));
    double volume = 0;
    for (int i = 0; i < front.size(); i++) {
      double end = i + 1 < front.size() ? front.get(i + 1)[last] : reference[last];
      double depth = end - front.get(i)[last];
      if (depth > 0) {
        volume += depth * slice(front.subList(0, i + 1), reference, last);
      }
    }
    return volume;
  }

  /** Return the points not dominated in the first {@code objectives} objectives, only for speed. */
  private static List<double[]> front(List<double[]> points, int objectives) {
    List<double[]> cut = points.stream().map(point -> Arrays.copyOf(point, objectives)).toList();
    List<double[]> front = new ArrayList<>();
    ParetoFront.of(cut).forEach(place -> front.add(cut.get(place)));
    return front;
  }
}
