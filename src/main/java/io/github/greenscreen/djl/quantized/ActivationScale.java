package io.github.greenscreen.djl.quantized;

/**
 * How uint8 stands for the values of a layer: (integer − zero) · scale.
 *
 * @param scale width of a step, above zero
 * @param zero the integer of 0, from 0 to the largest integer
 */
record ActivationScale(float scale, int zero) {
  /** Steps are never narrower, as in training, so that nothing is divided by zero. */
  private static final float LEAST = 1.0e-12f;

  /**
   * Spread the integers 0 to {@code levels} from {@code low} to {@code high}, stretched to hold 0:
   * what {@code ActivationRange.quantize} computes, operation by operation in float32.
   */
  static ActivationScale of(float low, float high, int levels) {
    float least = Math.min(low, 0);
    float largest = Math.max(high, 0);
    float scale = Math.max((largest - least) / levels, LEAST);
    return new ActivationScale(scale, (int) Math.rint(-(least / scale)));
  }
}
