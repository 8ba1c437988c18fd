package io.github.greenscreen.analysis.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjusts p-values to control the false discovery rate (Benjamini and Hochberg, 1995), as R's
 * {@code p.adjust(method = "BH")} does. NaN stays NaN and does not count as a test.
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /** Return the adjusted p-values in the order of {@code p}, which is not changed. */
  public static double[] adjust(double[] p) {
    double[] adjusted = p.clone();
    List<Integer> descending =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
            .toList();
    int count = descending.size();
    double smallest = 1;
    for (int k = 0; k < count; k++) {
      int i = descending.get(k);
      smallest = Math.min(smallest, p[i] * count / (count - k));
      adjusted[i] = smallest;
    }
    return adjusted;
  }
}
