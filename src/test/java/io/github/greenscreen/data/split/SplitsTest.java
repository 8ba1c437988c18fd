package io.github.greenscreen.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.greenscreen.data.CifarFiles;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.GivenSplits;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.shapes.ShapeImages;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SplitsTest {
  private static final Partition USUAL = new Partition(80, 10, 10);

  @Test
  void draw_balanced_givesExactShares() {
    int[] sizes = IntStream.generate(() -> 1000).limit(10).toArray();
    ImageSet images = CifarFiles.blank(sizes);

    Split split = Splits.draw(images, USUAL, 22);

    assertThat(split.training()).hasSize(8000);
    assertThat(split.validation()).hasSize(1000);
    assertThat(split.test()).hasSize(1000);
    assertThat(perClass(images, split.training())).containsOnly(800);
    assertThat(perClass(images, split.validation())).containsOnly(100);
    assertThat(perClass(images, split.test())).containsOnly(100);
  }

  @Test
  void draw_joined_trainsOnTheValidationImagesAndKeepsTheTest() {
    ImageSet images = CifarFiles.blank(40, 40);
    Split separate = Splits.draw(images, USUAL, 5);

    Split joined = Splits.draw(images, USUAL.joined(), 5);

    assertThat(joined.training())
        .hasSize(72)
        .contains(separate.training())
        .contains(separate.validation());
    assertThat(joined.validation()).isEmpty();
    assertThat(joined.test()).isEqualTo(separate.test());
  }

  @Test
  void parse_joined_isSpelledWithPlus() {
    assertThat(Partition.parse("80+10-10")).contains(USUAL.joined());
    assertThat(USUAL.joined().configName()).isEqualTo("80+10-10");
    assertThat(USUAL.configName()).isEqualTo("80-10-10");
    assertThat(Partition.parse("80-10+10")).isEmpty();
    assertThat(Partition.parse("80+10-20")).isEmpty();
  }

  @Test
  void draw_sameSeed_givesSameSplitAndOtherSeedAnother() {
    ImageSet images = CifarFiles.blank(40, 40);

    Split first = Splits.draw(images, USUAL, 5);

    assertThat(Splits.draw(images, USUAL, 5).training()).isEqualTo(first.training());
    assertThat(Splits.draw(images, USUAL, 5).test()).isEqualTo(first.test());
    assertThat(Splits.draw(images, USUAL, 6).training()).isNotEqualTo(first.training());
    assertThat(sorted(Splits.draw(images, USUAL, 6).test())).isNotEqualTo(sorted(first.test()));
  }

  @Test
  void draw_seed22_isTheSameOnEveryMachine() {
    Split split = Splits.draw(CifarFiles.blank(10, 10), USUAL, 22);

    assertThat(Arrays.toString(split.validation()) + Arrays.toString(split.test()))
        .isEqualTo("[0, 18][11, 7]");
  }

  /** A run with a limit draws from the images of the limit; here the same by indices of all. */
  @Test
  void draw_limited_givesTheSameImagesByIndicesOfAll() {
    ImageSet all = ShapeImages.draw(300, 1);
    ImageSet some = ImageSets.limit(all, 120, 7);
    Split expected = Splits.draw(some, USUAL, 7);

    Split split = Splits.draw(all, OptionalInt.of(120), USUAL, 7);

    assertThat(pictures(all, split.training())).isEqualTo(pictures(some, expected.training()));
    assertThat(pictures(all, split.validation())).isEqualTo(pictures(some, expected.validation()));
    assertThat(pictures(all, split.test())).isEqualTo(pictures(some, expected.test())).hasSize(12);
  }

  @Test
  void draw_limitAboveTheSizeOrNone_isTheSplitOfAll() {
    ImageSet all = ShapeImages.draw(100, 1);
    int[] test = Splits.draw(all, USUAL, 7).test();

    assertThat(Splits.draw(all, OptionalInt.empty(), USUAL, 7).test()).isEqualTo(test);
    assertThat(Splits.draw(all, OptionalInt.of(500), USUAL, 7).test()).isEqualTo(test);
  }

  private static List<String> pictures(ImageSet images, int[] indices) {
    int size = images.imageBytes();
    return IntStream.of(indices)
        .mapToObj(i -> Arrays.copyOfRange(images.pixels(), i * size, (i + 1) * size))
        .map(Arrays::toString)
        .toList();
  }

  @Test
  void draw_splits_areInRandomOrder() {
    int[] training = Splits.draw(CifarFiles.blank(100, 100), USUAL, 1).training();

    assertThat(training).isNotEqualTo(sorted(training));
    // Classes alternate instead of standing in two blocks.
    assertThat(IntStream.of(training).limit(40).filter(i -> i < 100).count()).isBetween(5L, 35L);
  }

  @Test
  void draw_anySizes_coversAllOnceWithinOneImageOfEachShare() {
    Random random = new Random(3);
    for (int trial = 0; trial < 500; trial++) {
      int[] sizes = random.ints(1 + random.nextInt(12), 0, 60).toArray();
      int training = 1 + random.nextInt(97);
      int validation = 1 + random.nextInt(98 - training);
      Partition partition = new Partition(training, validation, 100 - training - validation);
      ImageSet images = CifarFiles.blank(sizes);
      if (images.size() * Math.min(Math.min(training, validation), partition.test()) < 100) {
        continue;
      }
      checkShares(images, sizes, partition, Splits.draw(images, partition, trial));
    }
  }

  private static void checkShares(ImageSet images, int[] sizes, Partition partition, Split split) {
    int[][] parts = {split.training(), split.validation(), split.test()};
    int[] percent = {partition.training(), partition.validation(), partition.test()};
    assertThat(sorted(Stream.of(parts).flatMapToInt(IntStream::of).toArray()))
        .isEqualTo(IntStream.range(0, images.size()).toArray());
    for (int p = 0; p < 3; p++) {
      assertThat(Math.abs(parts[p].length - images.size() * percent[p] / 100.0)).isLessThan(1);
      int[] counts = perClass(images, parts[p]);
      for (int c = 0; c < sizes.length; c++) {
        assertThat(Math.abs(counts[c] - sizes[c] * percent[p] / 100.0)).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void draw_everyClassAlone_stillFillsEverySplit() {
    ImageSet images = CifarFiles.blank(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

    Split split = Splits.draw(images, new Partition(60, 20, 20), 4);

    assertThat(split.training()).hasSize(6);
    assertThat(split.validation()).hasSize(2);
    assertThat(split.test()).hasSize(2);
  }

  @Test
  void draw_tooFewImages_saysHowManyAreEnough() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Splits.draw(CifarFiles.blank(4, 4), new Partition(90, 5, 5), 1))
        .withMessage(
            "blank: 8 images divided 90-5-5 would give 7 training, 1 validation and 0 test "
                + "images; no part may be empty: use at least 14 images or another partitioning");
  }

  @Test
  void draw_noImages_isRefused() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Splits.draw(CifarFiles.blank(0, 0), USUAL, 1))
        .withMessageStartingWith("blank: 0 images divided 80-10-10 would give 0 training");
  }

  private static int[] perClass(ImageSet images, int[] indices) {
    int[] counts = new int[images.classes().size()];
    IntStream.of(indices).forEach(i -> counts[images.labels()[i]]++);
    return counts;
  }

  private static int[] sorted(int[] values) {
    return IntStream.of(values).sorted().toArray();
  }

  @Test
  void draw_givenValidation_drawsNothing() {
    Split split = Splits.draw(given(new int[] {6, 4}, 3, 2), USUAL, 1);

    assertThat(split.training()).containsExactly(0, 1, 2, 3, 4);
    assertThat(split.validation()).containsExactly(5, 6, 7);
    assertThat(split.test()).containsExactly(8, 9);
  }

  @Test
  void draw_givenValidationAlone_leavesTestEmpty() {
    Split split = Splits.draw(given(new int[] {6, 4}, 3, 0), USUAL, 1);

    assertThat(split.training()).hasSize(7);
    assertThat(split.validation()).containsExactly(7, 8, 9);
    assertThat(split.test()).isEmpty();
  }

  @Test
  void draw_givenTestAlone_drawsValidationInProportion() {
    ImageSet images = given(new int[] {90, 90, 20}, 0, 20);

    Split split = Splits.draw(images, USUAL, 1);

    assertThat(split.training()).hasSize(160);
    assertThat(split.validation()).hasSize(20);
    assertThat(perClass(images, split.validation())).containsExactly(10, 10, 0);
    assertThat(split.test()).isEqualTo(IntStream.range(180, 200).toArray());
    int[] drawn =
        IntStream.concat(IntStream.of(split.training()), IntStream.of(split.validation()))
            .sorted()
            .toArray();
    assertThat(drawn).isEqualTo(IntStream.range(0, 180).toArray());
  }

  @Test
  void draw_givenTestAndTooFewOthers_saysHowManyAreNeeded() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Splits.draw(given(new int[] {3, 3}, 0, 4), new Partition(90, 5, 5), 1))
        .withMessage(
            "blank: 2 images divided 90:5 would give 2 training and 0 validation images; no part "
                + "may be empty: use at least 10 images or another partitioning");
  }

  /** Return blank images, the last of which are given for validation and test. */
  private static ImageSet given(int[] sizes, int validation, int test) {
    ImageSet images = CifarFiles.blank(sizes);
    return new ImageSet(
        images.name(),
        images.classes(),
        images.side(),
        images.pixels(),
        images.labels(),
        new GivenSplits(validation, test));
  }
}
