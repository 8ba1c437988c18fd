package io.github.greenscreen.search.sampler;

/**
 * Owen's nested uniform scrambling of one coordinate: a hash of the preceding binary digits decides
 * whether to flip each digit, which keeps a low-discrepancy sequence low in discrepancy (Burley,
 * Practical Hash-based Owen Scrambling, 2020, with the permutation of Laine and Karras). Exact on
 * integers.
 */
final class OwenScrambling {
  private static final double STEPS = 0x1p32;

  private final int key;

  /** Scramble with {@code key}. */
  OwenScrambling(int key) {
    this.key = key;
  }

  /** Return the number in [0, 1) that replaces {@code unit}. */
  double of(double unit) {
    int x = Integer.reverse((int) (long) (unit * STEPS)) + key;
    x ^= x * 0x6c50b47c;
    x ^= x * 0xb82f1e52;
    x ^= x * 0xc7afe638;
    x ^= x * 0x8d22f6e6;
    return (Integer.toUnsignedLong(Integer.reverse(x)) + 0.5) / STEPS;
  }
}
