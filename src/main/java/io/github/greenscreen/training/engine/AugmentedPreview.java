package io.github.greenscreen.training.engine;

import io.github.greenscreen.data.image.ImageSet;
import java.util.List;

/**
 * Some training images as the network receives them, augmented but not scaled, for display.
 *
 * @param classes names of the classes
 * @param pixels unsigned bytes in the order of {@link ImageSet#pixels}, rounded; not copied
 * @param labels the share of every class in every image, image by image; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on and read once.
public record AugmentedPreview(List<String> classes, byte[] pixels, float[] labels) {
  public AugmentedPreview {
    classes = List.copyOf(classes);
    int images = labels.length / classes.size();
    if (pixels.length != (long) images * ImageSet.bytes(side(pixels.length, images))) {
      throw new IllegalArgumentException(
          "%s bytes and %s shares of %s classes do not describe the same number of images"
              .formatted(pixels.length, labels.length, classes.size()));
    }
  }

  /** Return the number of images. */
  public int size() {
    return labels.length / classes.size();
  }

  /** Return height and width of an image, in pixels. */
  public int side() {
    return side(pixels.length, size());
  }

  private static int side(int bytes, int images) {
    return (int) Math.rint(Math.sqrt(bytes / (3.0 * images)));
  }

  /** Return the share of class {@code index} in image {@code picture}, 0 to 1. */
  public float share(int picture, int index) {
    return labels[picture * classes.size() + index];
  }

  /** Return the colour of a pixel of image {@code picture} as 0xRRGGBB. */
  public int color(int picture, int row, int column) {
    int side = side();
    int plane = side * side;
    int at = picture * ImageSet.bytes(side) + row * side + column;
    return channel(at) << 16 | channel(at + plane) << 8 | channel(at + 2 * plane);
  }

  private int channel(int at) {
    return pixels[at] & 0xFF;
  }
}
