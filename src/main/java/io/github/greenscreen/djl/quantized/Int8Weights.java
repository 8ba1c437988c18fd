package io.github.greenscreen.djl.quantized;

/**
 * The integer weights of a convolution or dense layer: an output channel is scale · Σ weight ·
 * input + bias.
 *
 * @param values integers from −127 to 127, output channels first, row-major
 * @param scales one per output channel, above zero
 * @param biases one per output channel
 */
@SuppressWarnings("ArrayRecordComponent") // passed on within this package, never compared
record Int8Weights(byte[] values, float[] scales, float[] biases) {
  /** Return the number of bytes on disk. */
  long bytes() {
    return values.length + (long) Float.BYTES * (scales.length + biases.length);
  }
}
