package io.github.greenscreen.data.decoding;

/**
 * Fits images to squares as torchvision's {@code Resize(side)} and {@code CenterCrop(side)}: the
 * shorter side becomes {@code side} by bilinear interpolation with antialiasing, and the middle of
 * the longer one is kept. The numbers are those of Pillow, see {@link BilinearFilter}.
 */
public final class SquareFit {
  private static final int CHANNELS = RgbImage.CHANNELS;

  private SquareFit() {}

  /**
   * Write {@code image} as a square of {@code side}×{@code side} pixels to {@code to} from index
   * {@code at} on: three planes, red, green, and blue.
   */
  public static void write(RgbImage image, int side, byte[] to, int at) {
    boolean wide = image.width() > image.height();
    int longer = longer(side, image);
    BilinearFilter columns = filter(image.width(), wide ? longer : side, side);
    BilinearFilter rows = filter(image.height(), wide ? side : longer, side);
    byte[] narrow = narrowed(image, side, columns, rows);
    for (int channel = 0; channel < CHANNELS; channel++) {
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          to[at + (channel * side + y) * side + x] =
              rows.at(y, narrow, CHANNELS * x + channel, CHANNELS * side);
        }
      }
    }
  }

  /** Return the length of the longer side of {@code image} once its shorter one is {@code side}. */
  private static int longer(int side, RgbImage image) {
    int shortest = Math.min(image.width(), image.height());
    long product = (long) side * Math.max(image.width(), image.height());
    return (int) ((double) product / shortest);
  }

  /** Return the filter of the middle {@code side} of {@code outputs} pixels. */
  private static BilinearFilter filter(int inputs, int outputs, int side) {
    // Rounds halves to even, as Python.
    int from = (int) Math.rint((outputs - side) / 2.0);
    return new BilinearFilter(inputs, outputs, from, side);
  }

  /** Resample the rows that are needed to {@code side} columns. */
  private static byte[] narrowed(
      RgbImage image, int side, BilinearFilter columns, BilinearFilter rows) {
    int stride = CHANNELS * image.width();
    byte[] narrow = new byte[(rows.end() - rows.first()) * side * CHANNELS];
    int to = 0;
    for (int y = rows.first(); y < rows.end(); y++) {
      int from = y * stride + CHANNELS * columns.first();
      for (int x = 0; x < side; x++) {
        for (int channel = 0; channel < CHANNELS; channel++) {
          narrow[to++] = columns.at(x, image.rgb(), from + channel, CHANNELS);
        }
      }
    }
    return narrow;
  }
}
