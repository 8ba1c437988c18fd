package io.github.greenscreen.search;

/**
 * Owen's nested uniform scrambling of one coordinate: every binary digit is flipped or not, as a
 * hash of the digits before it says, which keeps an even sequence even (Burley, Practical
 * Hash-based Owen Scrambling, 2020, with the permutation of Laine and Karras). Exact on integers.
 */
final class OwenScrambling {
  private static final double STEPS = 0x1p32;

  private final int key;

  /** Scramble as {@code key} says. */
  OwenScrambling(int key) {
    this.key = key;
  }

  /** Return the number in [0, 1) that takes the place of {@code unit}. */
  double of(double unit) {
    int x = Integer.reverse((int) (long) (unit * STEPS)) + key;
    x ^= x * 0x6c50b47c;
    x ^= x * 0xb82f1e52;
    x ^= x * 0xc7afe638;
    x ^= x * 0x8d22f6e6;
    return (Integer.toUnsignedLong(Integer.reverse(x)) + 0.5) / STEPS;
  }
}
