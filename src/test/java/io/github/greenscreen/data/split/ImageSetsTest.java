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
import org.junit.jupiter.api.Test;

final class ImageSetsTest {
  @Test
  void limit_balanced_takesAsManyOfEachClass() {
    ImageSet some = ImageSets.limit(ShapeImages.draw(200, 1), 50, 9);

    assertThat(some.size()).isEqualTo(50);
    assertThat(ClassIndex.sizes(some)).containsOnly(5);
    assertThat(some.name()).isEqualTo("shapes");
    assertThat(some.classes()).hasSize(10);
  }

  @Test
  void limit_unbalanced_keepsProportions() {
    assertThat(ClassIndex.sizes(ImageSets.limit(CifarFiles.blank(60, 30, 10), 20, 1)))
        .containsExactly(12, 6, 2);
    assertThat(ClassIndex.sizes(ImageSets.limit(CifarFiles.blank(60, 30, 10), 25, 1)))
        .containsExactly(15, 8, 2);
  }

  @Test
  void limit_pixels_stayWithTheirLabels() {
    ImageSet images = ShapeImages.draw(40, 1);

    ImageSet some = ImageSets.limit(images, 20, 2);

    int from = 0;
    for (int i = 0; i < some.size(); i++) {
      byte[] wanted = picture(some, i);
      while (!Arrays.equals(wanted, picture(images, from))) {
        from++;
      }
      assertThat(some.labels()[i]).isEqualTo(images.labels()[from]);
    }
  }

  @Test
  void limit_seed_decidesTheChoice() {
    ImageSet images = ShapeImages.draw(100, 1);

    byte[] first = ImageSets.limit(images, 30, 1).pixels();

    assertThat(ImageSets.limit(images, 30, 1).pixels()).isEqualTo(first);
    assertThat(ImageSets.limit(images, 30, 2).pixels()).isNotEqualTo(first);
  }

  @Test
  void limit_notBelowSize_returnsTheSame() {
    ImageSet images = CifarFiles.blank(3, 3);

    assertThat(ImageSets.limit(images, 6, 1)).isSameAs(images);
    assertThat(ImageSets.limit(images, Integer.MAX_VALUE, 1)).isSameAs(images);
  }

  @Test
  void limit_belowNumberOfClasses_isRefused() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> ImageSets.limit(CifarFiles.blank(3, 3, 3), 2, 1))
        .withMessage("blank: a limit of 2 images is too low for its 3 classes; use at least 3");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> ImageSets.limit(CifarFiles.blank(3), 0, 1));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> ImageSets.limit(CifarFiles.blank(3), -4, 1));
  }

  private static byte[] picture(ImageSet images, int i) {
    return Arrays.copyOfRange(images.pixels(), i * 3072, (i + 1) * 3072);
  }

  @Test
  void limit_givenSplits_shrinkInProportion() {
    ImageSet images = given(CifarFiles.blank(40, 40, 20), 10, 10);

    ImageSet some = ImageSets.limit(images, 50, 1);

    assertThat(some.given()).isEqualTo(new GivenSplits(5, 5));
    assertThat(ClassIndex.sizes(some, 0, 40)).containsExactly(20, 20, 0);
    assertThat(ClassIndex.sizes(some, 40, 50)).containsExactly(0, 0, 10);
  }

  @Test
  void limit_thatLeavesAGivenSplitEmpty_isRefused() {
    ImageSet images = given(CifarFiles.blank(50, 50), 4, 0);

    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> ImageSets.limit(images, 9, 1))
        .withMessage(
            "blank: a limit of 9 images is too low for its 2 classes and splits; use at least 13");
    assertThat(ImageSets.limit(images, 13, 1).given()).isEqualTo(new GivenSplits(1, 0));
  }

  @Test
  void limit_otherSize_keepsIt() {
    ImageSet images =
        new ImageSet(
            "small",
            List.of("a", "b"),
            2,
            new byte[] {
              1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3,
              3, 3, 3, 3, 3, 3, 3
            },
            new short[] {0, 0, 1},
            GivenSplits.NONE);

    ImageSet some = ImageSets.limit(images, 2, 1);

    assertThat(some.side()).isEqualTo(2);
    assertThat(some.pixels()).hasSize(24).endsWith(3, 3, 3);
  }

  private static ImageSet given(ImageSet images, int validation, int test) {
    return new ImageSet(
        images.name(),
        images.classes(),
        images.side(),
        images.pixels(),
        images.labels(),
        new GivenSplits(validation, test));
  }
}
