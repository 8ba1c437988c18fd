package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.training.engine.AugmentedPreview;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ContactSheetImageTest {
  private static final int WHITE = 0xFFFFFFFF;

  @Test
  void label_ofSharesOrOne_namesTheLargestFirst() {
    AugmentedPreview preview =
        preview(4, 0, 1, 0, 0.37f, 0, 0.63f, 0.998f, 0.002f, 0, 0.25f, 0.25f, 0.5f);
    assertThat(ContactSheet.label(preview, 0)).isEqualTo("dog");
    assertThat(ContactSheet.label(preview, 1)).isEqualTo("0.63 horse + 0.37 cat");
    assertThat(ContactSheet.label(preview, 2)).isEqualTo("cat");
    assertThat(ContactSheet.label(preview, 3)).isEqualTo("0.50 horse + 0.25 cat + 0.25 dog");
  }

  @Test
  void sheet_ofNinePictures_hasTwoRowsOfLargePixels() {
    float[] labels = new float[9 * 3];
    for (int i = 0; i < 9; i++) {
      labels[3 * i] = 1;
    }
    AugmentedPreview preview = preview(9, labels);
    BufferedImage sheet = ContactSheet.draw(preview);

    assertThat(sheet.getWidth()).isEqualTo(8 + 8 * 136);
    assertThat(sheet.getHeight()).isEqualTo(8 + 2 * 166);
    for (int y = 0; y < 128; y++) {
      for (int x = 0; x < 128; x++) {
        int color = 0xFF000000 | preview.color(8, y / 4, x / 4);
        assertThat(sheet.getRGB(8 + x, 8 + 166 + y)).isEqualTo(color);
      }
    }
    assertThat(sheet.getRGB(8 + 136, 8 + 166)).as("no tenth picture").isEqualTo(WHITE);
    assertThat(hasInk(sheet, 8, 8 + 128)).isTrue();
    assertThat(hasInk(sheet, 8 + 136, 8 + 166 + 128)).isFalse();
  }

  @Test
  void sheet_ofOtherSizes_magnifiesByWholeFactors() {
    AugmentedPreview small = preview(24, 2);
    BufferedImage sheet = ContactSheet.draw(small);
    assertThat(sheet.getWidth()).isEqualTo(8 + 8 * (5 * 24 + 8));
    assertThat(sheet.getRGB(8 + 128 + 119, 8 + 119)).isEqualTo(0xFF000000 | small.color(1, 23, 23));

    AugmentedPreview large = preview(200, 1);
    assertThat(ContactSheet.draw(large).getRGB(8 + 199, 8 + 198))
        .isEqualTo(0xFF000000 | large.color(0, 198, 199));
  }

  private static AugmentedPreview preview(int side, int count) {
    byte[] pixels = new byte[count * ImageSet.bytes(side)];
    new Random(4).nextBytes(pixels);
    return new AugmentedPreview(List.of("cat"), pixels, new float[count]);
  }

  @Test
  void png_always_holdsTheSheet() throws IOException {
    AugmentedPreview preview = preview(1, 1, 0, 0);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(ContactSheet.png(preview)));
    assertThat(read.getWidth()).isEqualTo(8 + 8 * 136);
    assertThat(read.getRGB(8, 8)).isEqualTo(0xFF000000 | preview.color(0, 0, 0));
  }

  private static boolean hasInk(BufferedImage sheet, int left, int top) {
    for (int y = top; y < top + 15; y++) {
      for (int x = left; x < left + 128; x++) {
        if (sheet.getRGB(x, y) != WHITE) {
          return true;
        }
      }
    }
    return false;
  }

  private static AugmentedPreview preview(int count, float... labels) {
    byte[] pixels = new byte[count * ImageSet.IMAGE_BYTES];
    new Random(3).nextBytes(pixels);
    return new AugmentedPreview(List.of("cat", "dog", "horse"), pixels, labels);
  }
}
