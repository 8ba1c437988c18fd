package io.github.greenscreen.data.split;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Draws random splits into training, validation, and test images. */
public final class Splits {
  private static final int PARTS = 3;

  private Splits() {}

  /**
   * Divide {@code images} into three disjoint splits that together hold every image. The sizes are
   * the shares of {@code partition} rounded by largest remainder; within each class every split is
   * within one image of its share. The same images, partition, and seed give the same split on any
   * machine. Each split is in random order.
   *
   * @throws DataException if a split would be empty
   */
  public static Split draw(ImageSet images, Partition partition, long seed) {
    int[] sizes = sizes(images.size(), partition);
    if (IntStream.of(sizes).min().getAsInt() == 0) {
      throw tooFew(images, partition, sizes);
    }
    SplitMix64 random = new SplitMix64(SplitMix64.mixed(seed, 1));
    int[][] members = ClassIndex.shuffled(images, random);
    int[][] counts = counts(ClassIndex.sizes(images), partition, sizes);
    int[] from = new int[members.length];
    int[][] splits = new int[PARTS][];
    for (int part = 0; part < PARTS; part++) {
      splits[part] = take(members, counts, from, part, sizes[part]);
      random.shuffle(splits[part]);
    }
    return new Split(splits[0], splits[1], splits[2]);
  }

  private static int[] take(int[][] members, int[][] counts, int[] from, int part, int size) {
    int[] taken = new int[size];
    int at = 0;
    for (int c = 0; c < members.length; c++) {
      System.arraycopy(members[c], from[c], taken, at, counts[c][part]);
      from[c] += counts[c][part];
      at += counts[c][part];
    }
    return taken;
  }

  private static int[] sizes(int count, Partition partition) {
    return LargestRemainder.divide(
        count, partition.training(), partition.validation(), partition.test());
  }

  /**
   * Return how many images each class gives to each split; rows sum to the class sizes and columns
   * to {@code sizes}. Shares are rounded down first. The remainder of a class, at most two images,
   * goes to the splits that still lack most, classes with a larger remainder first. By the theorem
   * of Gale and Ryser this always works out: no split lacks more images than there are classes with
   * a remainder.
   */
  private static int[][] counts(int[] classSizes, Partition partition, int[] sizes) {
    int[] percent = {partition.training(), partition.validation(), partition.test()};
    int[][] counts = new int[classSizes.length][PARTS];
    int[] left = classSizes.clone();
    int[] lacking = sizes.clone();
    for (int c = 0; c < classSizes.length; c++) {
      for (int part = 0; part < PARTS; part++) {
        counts[c][part] = (int) ((long) classSizes[c] * percent[part] / 100);
        left[c] -= counts[c][part];
        lacking[part] -= counts[c][part];
      }
    }
    IntStream.range(0, classSizes.length)
        .boxed()
        .sorted(Comparator.comparingInt(c -> -left[c]))
        .forEach(c -> giveRest(counts[c], left[c], lacking));
    return counts;
  }

  private static void giveRest(int[] counts, int left, int[] lacking) {
    IntStream.range(0, PARTS)
        .boxed()
        .sorted(Comparator.comparingInt(part -> -lacking[part]))
        .limit(left)
        .toList()
        .forEach(
            part -> {
              counts[part]++;
              lacking[part]--;
            });
  }

  private static DataException tooFew(ImageSet images, Partition partition, int[] sizes) {
    int enough = images.size() + 1;
    while (IntStream.of(sizes(enough, partition)).min().getAsInt() == 0) {
      enough++;
    }
    return new DataException(
        ("%s: %s images divided %s-%s-%s would give %s training, %s validation and %s test "
                + "images; no part may be empty: use at least %s images or another partitioning")
            .formatted(
                images.name(),
                images.size(),
                partition.training(),
                partition.validation(),
                partition.test(),
                sizes[0],
                sizes[1],
                sizes[2],
                enough));
  }
}
