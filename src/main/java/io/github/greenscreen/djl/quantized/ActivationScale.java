package io.github.greenscreen.djl.quantized;

/**
 * The mapping from uint8 to the values of a layer: (integer − zero) · scale.
 *
 * @param scale width of a step, above zero
 * @param zero the integer that represents 0, from 0 to the largest integer
 */
record ActivationScale(float scale, int zero) {
  /** The minimum width of a step, the same as in training, which avoids division by zero. */
  private static final float MIN = 1.0e-12f;

  /**
   * Spread the integers 0 to {@code levels} over the range from {@code low} to {@code high},
   * extended to contain 0. This repeats {@code ActivationRange.quantize}, operation by operation in
   * float32.
   */
  static ActivationScale of(float low, float high, int levels) {
    float least = Math.min(low, 0);
    float largest = Math.max(high, 0);
    float scale = Math.max((largest - least) / levels, MIN);
    return new ActivationScale(scale, (int) Math.rint(-(least / scale)));
  }
}
