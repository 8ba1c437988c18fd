package io.github.greenscreen.data.split;

import io.github.greenscreen.data.image.ImageSet;
import java.util.stream.IntStream;

/** Groups the indices of images by class. */
public final class ClassIndex {
  private ClassIndex() {}

  /**
   * Return one list of image indices per class, each in a random order drawn from {@code random}.
   */
  static int[][] shuffled(ImageSet images, SplitMix64 random) {
    return shuffled(images, 0, images.size(), random);
  }

  /** Do the same for the images from {@code from} to {@code to}, exclusive. */
  static int[][] shuffled(ImageSet images, int from, int to, SplitMix64 random) {
    int[] sizes = sizes(images, from, to);
    int[][] members = new int[sizes.length][];
    for (int c = 0; c < sizes.length; c++) {
      members[c] = new int[sizes[c]];
    }
    int[] next = new int[sizes.length];
    for (int i = from; i < to; i++) {
      int c = images.label(i);
      members[c][next[c]++] = i;
    }
    for (int[] ofClass : members) {
      random.shuffle(ofClass);
    }
    return members;
  }

  /** Return the number of images of each class. */
  public static int[] sizes(ImageSet images) {
    return sizes(images, 0, images.size());
  }

  /** Return the number of images of each class from {@code from} to {@code to}, exclusive. */
  public static int[] sizes(ImageSet images, int from, int to) {
    int[] sizes = new int[images.classes().size()];
    IntStream.range(from, to).forEach(i -> sizes[images.label(i)]++);
    return sizes;
  }
}
