package io.github.greenscreen.djl.data;

import java.util.SplittableRandom;

/** Gives each image of a batch another one to be mixed with. */
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
