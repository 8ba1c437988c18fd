package io.github.greenscreen.data.split;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Divides a whole number into whole parts that sum exactly: the largest remainder method
 * (Hamilton).
 */
final class LargestRemainder {
  private LargestRemainder() {}

  /**
   * Divide {@code total} in proportion to {@code weights}. Each part is its exact share rounded
   * down or up; the largest remainders are rounded up, the first ones in case of ties.
   *
   * @param weights not negative, not all 0
   */
  static int[] divide(int total, int... weights) {
    long sum = IntStream.of(weights).asLongStream().sum();
    int[] parts = new int[weights.length];
    int left = total;
    for (int i = 0; i < weights.length; i++) {
      parts[i] = (int) ((long) total * weights[i] / sum);
      left -= parts[i];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingLong(i -> -((long) total * weights[i] % sum)))
        .limit(left)
        .forEach(i -> parts[i]++);
    return parts;
  }
}
