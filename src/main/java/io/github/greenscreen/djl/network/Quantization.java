package io.github.greenscreen.djl.network;

/** When a network determines the ranges of its activations for int8 quantisation. */
public enum Quantization {
  /** Never. */
  NONE,
  /** During training, which imitates int8. */
  TRAINED,
  /** After training, by a method {@code calibrate}. */
  CALIBRATED
}
