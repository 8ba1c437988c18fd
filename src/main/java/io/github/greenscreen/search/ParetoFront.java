package io.github.greenscreen.search;

import java.util.List;
import java.util.stream.IntStream;

/** The trade-offs among points of several objectives that less is better in. */
public final class ParetoFront {
  private ParetoFront() {}

  /**
   * Return the places, from 0, of the points that no other one dominates, in their order. Of equal
   * points all or none are there.
   *
   * @param points each with as many numbers, none NaN; less is better in all of them
   */
  public static List<Integer> of(List<double[]> points) {
    return IntStream.range(0, points.size())
        .filter(i -> points.stream().noneMatch(other -> dominates(other, points.get(i))))
        .boxed()
        .toList();
  }

  /** Tell whether {@code a} is nowhere worse than {@code b} and somewhere better. */
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
