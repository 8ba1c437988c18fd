package io.github.greenscreen.data.split;

/**
 * A small, fast random number generator that gives the same numbers on every machine and Java
 * version: SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA
 * 2014). Not thread-safe.
 */
public final class SplitMix64 {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  /** Create a generator whose numbers all follow from {@code seed}. */
  public SplitMix64(long seed) {
    this.state = seed;
  }

  /** Return the seed of stream {@code number} of {@code seed}. */
  public static long mixed(long seed, long number) {
    return finish(finish(seed + GOLDEN) + number * GOLDEN);
  }

  /** Return 64 uniform bits. */
  public long bits() {
    state += GOLDEN;
    return finish(state);
  }

  /** Return a uniform number from {@code low} (inclusive) to {@code high} (exclusive). */
  public double between(double low, double high) {
    return low + (high - low) * ((bits() >>> 11) * 0x1p-53);
  }

  /** Return a uniform integer from 0 to {@code bound} − 1; {@code bound} is at least 1. */
  public int below(int bound) {
    return (int) Math.multiplyHigh(bits() >>> 1, (long) bound << 1);
  }

  /** Shuffle {@code values} in place (Fisher and Yates). */
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
