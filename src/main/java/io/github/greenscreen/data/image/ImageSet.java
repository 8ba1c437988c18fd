package io.github.greenscreen.data.image;

import java.util.List;
import java.util.Objects;

/**
 * Labelled square colour images in memory, all of the same size.
 *
 * @param name name of the data set, for instance {@code cifar10}
 * @param classes names of the classes; a label is an index into this list
 * @param side height and width of an image, in pixels
 * @param pixels unsigned bytes, image by image, each 3 planes (red, green, blue) of {@code side}
 *     rows of {@code side}; not copied, so callers must not modify it
 * @param labels one label per image, from 0; not copied either
 * @param given the splits that the data set itself defines
 */
@SuppressWarnings("ArrayRecordComponent") // the arrays are large and shared on purpose
public record ImageSet(
    String name, List<String> classes, int side, byte[] pixels, short[] labels, GivenSplits given) {
  /** Height and width of an image of CIFAR, and the default size of all images. */
  public static final int SIDE = 32;

  /** Bytes of one image of CIFAR: 3 × 32 × 32. */
  public static final int IMAGE_BYTES = 3 * SIDE * SIDE;

  /** Largest number of classes that labels can tell apart. */
  public static final int MAX_CLASSES = Short.MAX_VALUE;

  public ImageSet {
    Objects.requireNonNull(name);
    Objects.requireNonNull(given);
    classes = List.copyOf(classes);
    if (pixels.length != (long) labels.length * bytes(side)) {
      throw new IllegalArgumentException(
          pixels.length + " bytes are not " + labels.length + " images of " + bytes(side));
    }
  }

  /** Create a set of images of 32×32 pixels with labels below 256, which defines no splits. */
  public ImageSet(String name, List<String> classes, byte[] pixels, byte[] labels) {
    this(name, classes, SIDE, pixels, widened(labels), GivenSplits.NONE);
  }

  /** Return the bytes of an image of {@code side}×{@code side} pixels. */
  public static int bytes(int side) {
    return 3 * side * side;
  }

  /** Return the number of images. */
  public int size() {
    return labels.length;
  }

  /** Return the label of image {@code index}. */
  public int label(int index) {
    return labels[index];
  }

  /** Return the bytes of one image. */
  public int imageBytes() {
    return bytes(side);
  }

  private static short[] widened(byte[] labels) {
    short[] wide = new short[labels.length];
    for (int i = 0; i < labels.length; i++) {
      wide[i] = (short) Byte.toUnsignedInt(labels[i]);
    }
    return wide;
  }
}
