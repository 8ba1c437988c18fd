package io.github.greenscreen.data;

/**
 * A small, fast source of chance whose numbers are the same on every machine and Java: SplitMix64
 * (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). Not
 * thread-safe.
 */
final class SplitMix64 {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  SplitMix64(long seed) {
    this.state = seed;
  }

  /** Return a seed for stream {@code number} of {@code seed}. */
  static long mixed(long seed, long number) {
    return finish(finish(seed + GOLDEN) + number * GOLDEN);
  }

  /** Return 64 even bits. */
  long bits() {
    state += GOLDEN;
    return finish(state);
  }

  /** Return an even number from {@code low} to below {@code high}. */
  double between(double low, double high) {
    return low + (high - low) * ((bits() >>> 11) * 0x1p-53);
  }

  /** Return an even whole number from 0 to below {@code bound}, which is at least 1. */
  int below(int bound) {
    return (int) Math.multiplyHigh(bits() >>> 1, (long) bound << 1);
  }

  /** Put {@code values} into a random order (Fisher and Yates). */
  void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = below(i + 1);
      int kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  private static long finish(long word) {
    long z = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
