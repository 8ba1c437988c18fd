package io.github.greenscreen.training.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.data.image.GivenSplits;
import io.github.greenscreen.data.image.ImageSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void with_fewClasses_sumsPixelsAndLabelsOfOneByte() {
    CRC32C sum = new CRC32C();
    sum.update(new byte[6]);
    sum.update(new byte[] {1, (byte) 200});

    assertThat(Fingerprint.with(Map.of("lr", "1"), images(201, 1, 200)))
        .isEqualTo(Map.of("lr", "1", "pictures", "2 (checksum %08x)".formatted(sum.getValue())));
  }

  @Test
  void with_manyClasses_tellsLabelsApartThatAgreeInTheirLowByte() {
    assertThat(Fingerprint.with(Map.of(), images(300, 1, 257)))
        .isNotEqualTo(Fingerprint.with(Map.of(), images(300, 257, 1)))
        .isNotEqualTo(Fingerprint.with(Map.of(), images(300, 1, 1)));
  }

  private static ImageSet images(int classes, int... labels) {
    short[] numbers = {(short) labels[0], (short) labels[1]};
    List<String> names = Collections.nCopies(classes, "any");
    return new ImageSet("two", names, 1, new byte[6], numbers, GivenSplits.NONE);
  }
}
