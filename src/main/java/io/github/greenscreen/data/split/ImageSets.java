package io.github.greenscreen.data.split;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.GivenSplits;
import io.github.greenscreen.data.image.ImageSet;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Selects subsets of image sets. */
public final class ImageSets {
  private ImageSets() {}

  /**
   * Choose {@code count} images, from each class in proportion to its size (largest remainder), in
   * their original order. The same images, count, and seed give the same choice on any machine.
   * Splits that the data set itself defines shrink in the same proportion.
   *
   * @return {@code images} itself if {@code count} is not smaller than its size
   * @throws DataException if {@code count} is smaller than the number of classes, or leaves such a
   *     split without images
   */
  public static ImageSet limit(ImageSet images, int count, long seed) {
    Choice choice = chosen(images, count, seed);
    return choice.indices().length == images.size() ? images : pick(images, choice);
  }

  /**
   * The images that {@link #limit} chooses.
   *
   * @param indices their indices in ascending order
   * @param given the splits among them that the data set itself defines
   */
  @SuppressWarnings("ArrayRecordComponent") // read-only by convention, large
  record Choice(int[] indices, GivenSplits given) {}

  /** Choose images as {@link #limit} does. */
  static Choice chosen(ImageSet images, int count, long seed) {
    int least = least(images, count);
    if (count < least) {
      throw new DataException(
          "%s: a limit of %s images is too low for its %s classes%s; use at least %s"
              .formatted(
                  images.name(),
                  count,
                  classes(images),
                  images.given().equals(GivenSplits.NONE) ? "" : " and splits",
                  least));
    }
    if (count >= images.size()) {
      return new Choice(IntStream.range(0, images.size()).toArray(), images.given());
    }
    int[] sizes = parts(images);
    int[] shares = LargestRemainder.divide(count, sizes);
    SplitMix64 random = new SplitMix64(SplitMix64.mixed(seed, 2));
    IntStream chosen = IntStream.empty();
    int from = 0;
    for (int part = 0; part < sizes.length; part++) {
      int to = from + sizes[part];
      chosen =
          IntStream.concat(chosen, IntStream.of(choose(images, from, to, shares[part], random)));
      from = to;
    }
    return new Choice(chosen.toArray(), new GivenSplits(shares[1], shares[2]));
  }

  /** Return the number of images to draw from, and those of the splits that are given. */
  private static int[] parts(ImageSet images) {
    GivenSplits given = images.given();
    return new int[] {given.training(images.size()), given.validation(), given.test()};
  }

  private static long classes(ImageSet images) {
    int training = images.given().training(images.size());
    return IntStream.of(ClassIndex.sizes(images, 0, training)).filter(size -> size > 0).count();
  }

  /** Return the smallest limit from {@code count} on that leaves no class and no split empty. */
  private static int least(ImageSet images, int count) {
    int[] sizes = parts(images);
    long classes = Math.max(1, classes(images));
    int least = count;
    while (least < images.size()
        && !isEnough(LargestRemainder.divide(least, sizes), sizes, classes)) {
      least++;
    }
    return Math.max(least, (int) classes);
  }

  private static boolean isEnough(int[] shares, int[] sizes, long classes) {
    return shares[0] >= classes
        && IntStream.range(1, sizes.length).allMatch(part -> sizes[part] == 0 || shares[part] > 0);
  }

  private static int[] choose(ImageSet images, int from, int to, int count, SplitMix64 random) {
    if (from == to) {
      return new int[0];
    }
    int[][] members = ClassIndex.shuffled(images, from, to, random);
    int[] shares = LargestRemainder.divide(count, ClassIndex.sizes(images, from, to));
    return IntStream.range(0, shares.length)
        .flatMap(c -> Arrays.stream(members[c], 0, shares[c]))
        .sorted()
        .toArray();
  }

  private static ImageSet pick(ImageSet images, Choice choice) {
    int[] chosen = choice.indices();
    int size = images.imageBytes();
    byte[] pixels = new byte[chosen.length * size];
    short[] labels = new short[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      labels[i] = images.labels()[chosen[i]];
      System.arraycopy(images.pixels(), chosen[i] * size, pixels, i * size, size);
    }
    return new ImageSet(
        images.name(), images.classes(), images.side(), pixels, labels, choice.given());
  }
}
