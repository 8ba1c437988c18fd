package io.github.greenscreen.data.decoding;

/**
 * A colour image in memory.
 *
 * @param width width in pixels
 * @param height height in pixels
 * @param rgb unsigned bytes, row by row, red, green, and blue of each pixel; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // large, and passed on without a copy
public record RgbImage(int width, int height, byte[] rgb) {
  /** Numbers per pixel. */
  static final int CHANNELS = 3;

  public RgbImage {
    if (rgb.length != (long) CHANNELS * width * height) {
      throw new IllegalArgumentException(
          rgb.length + " bytes are not " + width + "×" + height + " pixels");
    }
  }
}
