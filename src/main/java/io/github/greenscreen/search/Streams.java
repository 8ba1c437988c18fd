package io.github.greenscreen.search;

import java.util.SplittableRandom;

/** Random numbers that belong to one trial of one sweep, whoever asks and in whatever order. */
final class Streams {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private Streams() {}

  /** Return the stream of trial {@code number} in a sweep of {@code seed}, at its beginning. */
  static SplittableRandom of(long seed, int number) {
    SplittableRandom ofSeed = new SplittableRandom(seed);
    return new SplittableRandom(ofSeed.nextLong() + GAMMA * number);
  }
}
