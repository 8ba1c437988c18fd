package io.github.greenscreen.search;

import java.util.SplittableRandom;

/**
 * Creates random streams that depend only on the sweep and the trial number, not on the order of
 * calls.
 */
public final class TrialRandom {
  private TrialRandom() {}

  /**
   * Return a new stream for trial {@code number} of a sweep with {@code seed}. The seeds of streams
   * are mixed, because {@link SplittableRandom} advances its seed by a constant: seeds a multiple
   * of it apart would give the same numbers, shifted by a few positions.
   */
  public static SplittableRandom of(long seed, int number) {
    long root = new SplittableRandom(seed).nextLong();
    return new SplittableRandom(new SplittableRandom(root + number).nextLong());
  }
}
