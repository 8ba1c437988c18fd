package io.github.greenscreen.data.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.checksum.Sha256;
import io.github.greenscreen.data.DataSets;
import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.data.split.ClassIndex;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShapeImagesTest {
  @Test
  void records_defaultSeed_areTheSameOnEveryMachine() {
    byte[] records = ShapeImages.records(ShapeImages.COUNT, ShapeImages.SEED);

    assertThat(Sha256.of(records)).isEqualTo(ShapeImages.SHA256);
  }

  @Test
  void open_shapes_isBalancedAndNamed() {
    ImageSet images = DataSets.open("shapes", Optional.empty());

    assertThat(images.name()).isEqualTo("shapes");
    assertThat(images.size()).isEqualTo(4000);
    assertThat(images.classes())
        .containsExactly(
            "circle",
            "ring",
            "ellipse",
            "crescent",
            "square",
            "triangle",
            "star",
            "cross",
            "stripes",
            "checkers");
    assertThat(ClassIndex.sizes(images)).containsOnly(400);
  }

  @Test
  void draw_fewer_givesTheFirstOfMore() {
    ImageSet few = ShapeImages.draw(20, 7);
    ImageSet more = ShapeImages.draw(30, 7);

    assertThat(Arrays.copyOf(more.pixels(), few.pixels().length)).isEqualTo(few.pixels());
    assertThat(few.labels()).startsWith(0, 1, 2).endsWith(8, 9);
  }

  @Test
  void draw_otherSeed_givesOtherPictures() {
    assertThat(ShapeImages.draw(10, 1).pixels()).isNotEqualTo(ShapeImages.draw(10, 2).pixels());
  }

  @Test
  void draw_records_areRecordsOfCifar10() {
    byte[] records = ShapeImages.records(3, 5);
    ImageSet images = ShapeImages.draw(3, 5);

    assertThat(records).hasSize(3 * 3073);
    assertThat(records[2 * 3073]).isEqualTo((byte) 2);
    assertThat(Arrays.copyOfRange(records, 3074, 2 * 3073))
        .isEqualTo(Arrays.copyOfRange(images.pixels(), 3072, 2 * 3072));
  }
}
