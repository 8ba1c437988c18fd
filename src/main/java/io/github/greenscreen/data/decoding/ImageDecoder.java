package io.github.greenscreen.data.decoding;

/** Decodes PNG and JPEG files in memory. Thread-safe. */
public final class ImageDecoder {
  private ImageDecoder() {}

  /**
   * The size of an image.
   *
   * @param width width in pixels when upright
   * @param height height in pixels when upright
   */
  public record Size(int width, int height) {
    /** Return the number of pixels. */
    public long pixels() {
      return (long) width * height;
    }
  }

  /**
   * Return the size that the header of {@code file} states, without decoding its pixels.
   *
   * @throws UnreadableImageException if it is not a PNG or JPEG file, or a damaged one
   */
  public static Size size(byte[] file) throws UnreadableImageException {
    ImageHeader header = ImageHeader.of(file);
    return header.orientation().swaps()
        ? new Size(header.height(), header.width())
        : new Size(header.width(), header.height());
  }

  /**
   * Return the image of {@code file}, upright, in RGB.
   *
   * @throws UnreadableImageException if it is not a PNG or JPEG file, or a damaged one
   */
  public static RgbImage decode(byte[] file) throws UnreadableImageException {
    ImageHeader header = ImageHeader.of(file);
    return header.orientation().upright(header.format().decode(file));
  }
}
