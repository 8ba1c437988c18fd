package io.github.greenscreen.djl.network;

/** Whether a network learns where its activations lie, in order to be quantised to int8. */
public enum Quantization {
  /** It does not. */
  NONE,
  /** Training imitates int8 and follows the ranges of activations. */
  TRAINED,
  /** A method {@code calibrate} follows the ranges after training. */
  CALIBRATED
}
