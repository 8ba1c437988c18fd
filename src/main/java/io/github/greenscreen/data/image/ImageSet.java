package io.github.greenscreen.data.image;

import java.util.List;
import java.util.Objects;

/**
 * Labelled 32×32 colour images in memory.
 *
 * @param name name of the data set, for instance {@code cifar10}
 * @param classes names of the classes; a label is an index into this list
 * @param pixels unsigned bytes, image by image, each 3 planes (red, green, blue) of 32 rows of 32;
 *     not copied, so callers must not modify it
 * @param labels one label per image; not copied either
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays are large and shared on purpose
public record ImageSet(String name, List<String> classes, byte[] pixels, byte[] labels) {
  /** Height and width of an image. */
  public static final int SIDE = 32;

  /** Bytes of one image: 3 × 32 × 32. */
  public static final int IMAGE_BYTES = 3 * SIDE * SIDE;

  public ImageSet {
    Objects.requireNonNull(name);
    classes = List.copyOf(classes);
    if (pixels.length != labels.length * IMAGE_BYTES) {
      throw new IllegalArgumentException(
          pixels.length + " bytes are not " + labels.length + " images of " + IMAGE_BYTES);
    }
  }

  /** Return the number of images. */
  public int size() {
    return labels.length;
  }
}
