package io.github.greenscreen.search.pareto;

import java.util.List;
import java.util.stream.IntStream;

/** Computes the Pareto front of points whose objectives are minimised. */
public final class ParetoFront {
  private ParetoFront() {}

  /**
   * Return the indices, from 0, of the points that no other point dominates, in their order. Of
   * equal points, all or none are on the front.
   *
   * @param points all of the same length, without NaN; smaller is better in every objective
   */
  public static List<Integer> of(List<double[]> points) {
    return IntStream.range(0, points.size())
        .filter(i -> points.stream().noneMatch(other -> dominates(other, points.get(i))))
        .boxed()
        .toList();
  }

  /**
   * Tell whether {@code a} dominates {@code b}: no objective is worse and at least one is better.
   */
  public static boolean dominates(double[] a, double[] b) {
    boolean better = false;
    for (int i = 0; i < a.length; i++) {
      if (a[i] > b[i]) {
        return false;
      }
      better |= a[i] < b[i];
    }
    return better;
  }
}
