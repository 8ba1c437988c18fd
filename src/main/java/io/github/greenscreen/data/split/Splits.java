package io.github.greenscreen.data.split;

import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.GivenSplits;
import io.github.greenscreen.data.image.ImageSet;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Divides images into training, validation, and test images: at random, except for the splits that
 * the data set itself defines.
 */
public final class Splits {
  private static final int PARTS = 3;

  private Splits() {}

  /**
   * Divide {@code images} into three disjoint splits that together hold every image. The sizes are
   * the shares of {@code partition} rounded by largest remainder; within each class every split is
   * within one image of its share. The same images, partition, and seed give the same split on any
   * machine. Each split is in random order.
   *
   * <p>A split that the data set defines is taken as it is. If that is the validation split,
   * nothing is drawn, and without given test images there are none. If it is only the test split,
   * training and validation images are drawn from the others, in the proportion of their shares.
   *
   * <p>If {@code partition} is joined, the training images are those of training and validation
   * together, and there are no validation images.
   *
   * @throws DataException if a split that is drawn would be empty
   */
  public static Split draw(ImageSet images, Partition partition, long seed) {
    Split split = drawSeparately(images, partition, seed);
    return partition.isJoined()
        ? new Split(
            IntStream.concat(IntStream.of(split.training()), IntStream.of(split.validation()))
                .toArray(),
            new int[0],
            split.test())
        : split;
  }

  private static Split drawSeparately(ImageSet images, Partition partition, long seed) {
    GivenSplits given = images.given();
    int drawn = given.training(images.size());
    int[] validation = range(drawn, drawn + given.validation());
    int[] test = range(images.size() - given.test(), images.size());
    if (given.hasValidation()) {
      return new Split(range(0, drawn), validation, test);
    }
    int[][] splits = draw(images, drawn, shares(partition, given), seed);
    return new Split(splits[0], splits[1], given.hasTest() ? test : splits[2]);
  }

  /**
   * Divide as many of {@code images} as {@code limit} permits, chosen by {@link ImageSets#limit},
   * as a run with this limit does. The indices are those of {@code images}, not of the choice, so
   * that the splits of runs with other limits or seeds can be compared.
   *
   * @param limit maximum number of images; empty for all
   * @throws DataException if the limit is too low, or a split that is drawn would be empty
   */
  public static Split draw(ImageSet images, OptionalInt limit, Partition partition, long seed) {
    if (limit.isEmpty()) {
      return draw(images, partition, seed);
    }
    int[] chosen = ImageSets.chosen(images, limit.getAsInt(), seed).indices();
    Split split = draw(ImageSets.limit(images, limit.getAsInt(), seed), partition, seed);
    return new Split(
        at(chosen, split.training()), at(chosen, split.validation()), at(chosen, split.test()));
  }

  private static int[] at(int[] chosen, int[] places) {
    return IntStream.of(places).map(place -> chosen[place]).toArray();
  }

  /** Return the shares of what is drawn. */
  private static int[] shares(Partition partition, GivenSplits given) {
    return new int[] {
      partition.training(), partition.validation(), given.hasTest() ? 0 : partition.test()
    };
  }

  private static int[] range(int from, int to) {
    return IntStream.range(from, to).toArray();
  }

  private static int[][] draw(ImageSet images, int drawn, int[] shares, long seed) {
    int[] sizes = LargestRemainder.divide(drawn, shares);
    if (isEmpty(sizes, shares)) {
      throw tooFew(images, drawn, shares, sizes);
    }
    SplitMix64 random = new SplitMix64(SplitMix64.mixed(seed, 1));
    int[][] members = ClassIndex.shuffled(images, 0, drawn, random);
    int[][] counts = counts(ClassIndex.sizes(images, 0, drawn), shares, sizes);
    int[] from = new int[members.length];
    int[][] splits = new int[PARTS][];
    for (int part = 0; part < PARTS; part++) {
      splits[part] = take(members, counts, from, part, sizes[part]);
      random.shuffle(splits[part]);
    }
    return splits;
  }

  private static boolean isEmpty(int[] sizes, int[] shares) {
    return IntStream.range(0, PARTS).anyMatch(part -> sizes[part] == 0 && shares[part] > 0);
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

  /**
   * Return how many images each class gives to each split; rows sum to the class sizes and columns
   * to {@code sizes}. Shares are rounded down first. The remainder of a class, at most two images,
   * goes to the splits that still lack most, classes with a larger remainder first. By the theorem
   * of Gale and Ryser this always works out: no split lacks more images than there are classes with
   * a remainder.
   */
  private static int[][] counts(int[] classSizes, int[] shares, int[] sizes) {
    int whole = IntStream.of(shares).sum();
    int[][] counts = new int[classSizes.length][PARTS];
    int[] left = classSizes.clone();
    int[] lacking = sizes.clone();
    for (int c = 0; c < classSizes.length; c++) {
      for (int part = 0; part < PARTS; part++) {
        counts[c][part] = (int) ((long) classSizes[c] * shares[part] / whole);
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

  private static DataException tooFew(ImageSet images, int drawn, int[] shares, int[] sizes) {
    int enough = drawn + 1;
    while (isEmpty(LargestRemainder.divide(enough, shares), shares)) {
      enough++;
    }
    boolean tests = shares[2] > 0;
    return new DataException(
        ("%s: %s images divided %s would give %s; no part may be empty: use at least %s images or "
                + "another partitioning")
            .formatted(
                images.name(),
                drawn,
                tests
                    ? "%s-%s-%s".formatted(shares[0], shares[1], shares[2])
                    : "%s:%s".formatted(shares[0], shares[1]),
                tests
                    ? "%s training, %s validation and %s test images"
                        .formatted(sizes[0], sizes[1], sizes[2])
                    : "%s training and %s validation images".formatted(sizes[0], sizes[1]),
                enough));
  }
}
