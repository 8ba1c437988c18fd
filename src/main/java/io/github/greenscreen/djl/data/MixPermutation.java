package io.github.greenscreen.djl.data;

import java.util.SplittableRandom;

/** Draws a random permutation that pairs each image of a batch with another. */
final class MixPermutation {
  private MixPermutation() {}

  /** Draw a random permutation of 0 … size − 1 (Fisher and Yates). */
  static long[] draw(int size, SplittableRandom random) {
    long[] partners = new long[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      partners[i] = partners[j];
      partners[j] = i;
    }
    return partners;
  }
}
