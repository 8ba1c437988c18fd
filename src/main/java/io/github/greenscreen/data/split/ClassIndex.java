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
    int[] sizes = sizes(images);
    int[][] members = new int[sizes.length][];
    for (int c = 0; c < sizes.length; c++) {
      members[c] = new int[sizes[c]];
    }
    int[] next = new int[sizes.length];
    for (int i = 0; i < images.size(); i++) {
      int c = Byte.toUnsignedInt(images.labels()[i]);
      members[c][next[c]++] = i;
    }
    for (int[] ofClass : members) {
      random.shuffle(ofClass);
    }
    return members;
  }

  /** Return the number of images of each class. */
  public static int[] sizes(ImageSet images) {
    int[] sizes = new int[images.classes().size()];
    IntStream.range(0, images.size()).forEach(i -> sizes[Byte.toUnsignedInt(images.labels()[i])]++);
    return sizes;
  }
}
