package io.github.greenscreen.data.decoding;

/**
 * The weights with which one axis of an image is resampled: a triangle of the width of two output
 * pixels, or of two input pixels if the image grows, so that shrinking does not alias. The numbers
 * are those of Pillow's {@code BILINEAR} for eight bits per channel: fixed-point weights of 22
 * bits.
 */
final class BilinearFilter {
  private static final int BITS = 22;
  private static final int HALF = 1 << (BITS - 1);
  private static final int WHITE = 255;

  private final int[] starts;
  private final int[][] weights;

  /**
   * Create the weights of some outputs.
   *
   * @param inputs pixels along the axis of the input
   * @param outputs pixels along the axis of the whole output
   * @param from first output that is needed
   * @param count number of outputs that are needed
   */
  BilinearFilter(int inputs, int outputs, int from, int count) {
    starts = new int[count];
    weights = new int[count][];
    double scale = (double) inputs / outputs;
    double support = Math.max(scale, 1);
    for (int i = 0; i < count; i++) {
      double center = (from + i + 0.5) * scale;
      int begin = Math.max(0, (int) (center - support + 0.5));
      int end = Math.min(inputs, (int) (center + support + 0.5));
      starts[i] = begin;
      weights[i] = weights(begin, end, center, support);
    }
  }

  private static int[] weights(int begin, int end, double center, double support) {
    double[] exact = new double[end - begin];
    double sum = 0;
    for (int k = 0; k < exact.length; k++) {
      exact[k] = Math.max(0, 1 - Math.abs((k + begin - center + 0.5) * (1 / support)));
      sum += exact[k];
    }
    int[] fixed = new int[exact.length];
    for (int k = 0; k < fixed.length; k++) {
      fixed[k] = (int) (0.5 + exact[k] / sum * (1 << BITS));
    }
    return fixed;
  }

  /** Return the first input that any output needs. */
  int first() {
    return starts[0];
  }

  /** Return the end, exclusive, of the inputs that any output needs. */
  int end() {
    int last = starts.length - 1;
    return starts[last] + weights[last].length;
  }

  /**
   * Return output {@code i}.
   *
   * @param from bytes, of which every {@code step}th from {@code at} on is an input
   * @param at index of the input {@link #first}
   */
  byte at(int i, byte[] from, int at, int step) {
    int[] each = weights[i];
    int index = at + (starts[i] - first()) * step;
    int sum = HALF;
    for (int weight : each) {
      sum += weight * (from[index] & 0xFF);
      index += step;
    }
    return (byte) Math.min(WHITE, sum >> BITS);
  }
}
