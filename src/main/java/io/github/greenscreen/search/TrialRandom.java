package io.github.greenscreen.search;

import java.util.SplittableRandom;

/**
 * Random numbers that depend on one trial of one sweep only, whoever draws them and in whatever
 * order.
 */
final class TrialRandom {
  private TrialRandom() {}

  /**
   * Return the stream of trial {@code number} in a sweep of {@code seed}, at its beginning. Seeds
   * of streams are mixed, for {@link SplittableRandom} itself steps from seed to seed by a
   * constant: seeds a multiple of it apart would draw the same numbers, a few places later.
   */
  static SplittableRandom of(long seed, int number) {
    long root = new SplittableRandom(seed).nextLong();
    return new SplittableRandom(new SplittableRandom(root + number).nextLong());
  }
}
