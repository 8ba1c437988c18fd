package io.github.greenscreen.data.split;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Selects subsets of image sets. */
public final class ImageSets {
  private ImageSets() {}

  /**
   * Choose {@code count} images, from each class in proportion to its size (largest remainder), in
   * their original order. The same images, count, and seed give the same choice on any machine.
   *
   * @return {@code images} itself if {@code count} is not smaller than its size
   * @throws DataException if {@code count} is smaller than the number of classes
   */
  public static ImageSet limit(ImageSet images, int count, long seed) {
    int[] sizes = ClassIndex.sizes(images);
    long classes = IntStream.of(sizes).filter(size -> size > 0).count();
    if (count < Math.max(1, classes)) {
      throw new DataException(
          "%s: a limit of %s images is too low for its %s classes; use at least %s"
              .formatted(images.name(), count, classes, Math.max(1, classes)));
    }
    if (count >= images.size()) {
      return images;
    }
    int[][] members = ClassIndex.shuffled(images, new SplitMix64(SplitMix64.mixed(seed, 2)));
    int[] shares = LargestRemainder.divide(count, sizes);
    int[] chosen =
        IntStream.range(0, shares.length)
            .flatMap(c -> Arrays.stream(members[c], 0, shares[c]))
            .sorted()
            .toArray();
    return pick(images, chosen);
  }

  private static ImageSet pick(ImageSet images, int[] chosen) {
    byte[] pixels = new byte[chosen.length * ImageSet.IMAGE_BYTES];
    byte[] labels = new byte[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      labels[i] = images.labels()[chosen[i]];
      System.arraycopy(
          images.pixels(),
          chosen[i] * ImageSet.IMAGE_BYTES,
          pixels,
          i * ImageSet.IMAGE_BYTES,
          ImageSet.IMAGE_BYTES);
    }
    return new ImageSet(images.name(), images.classes(), pixels, labels);
  }
}
