package io.github.greenscreen.djl.network;

/** The numbers of every {@code reference.py}: SplitMix64 of an index, uniform in [−1, 1). */
public final class Noise {
  private Noise() {}

  /** Return {@code size} numbers; each {@code stream} has its own. */
  public static double[] of(long size, long stream) {
    double[] result = new double[Math.toIntExact(size)];
    for (int i = 0; i < result.length; i++) {
      long z = stream * 0xD1342543DE82EF95L + (i + 1) * 0x9E3779B97F4A7C15L;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      z ^= z >>> 31;
      result[i] = 2 * (z >>> 11) * 0x1p-53 - 1;
    }
    return result;
  }

  /** The same, scaled and moved. */
  public static double[] of(long size, long stream, double center, double scale) {
    double[] result = of(size, stream);
    for (int i = 0; i < result.length; i++) {
      result[i] = center + scale * result[i];
    }
    return result;
  }
}
