package io.github.greenscreen.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.data.image.ImageSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class AugmentedPreviewTest {

  @Test
  void color_ofPixel_isReadFromThreePlanes() {
    byte[] pixels = new byte[2 * ImageSet.IMAGE_BYTES];
    int at = ImageSet.IMAGE_BYTES + 5 * 32 + 7;
    pixels[at] = (byte) 0xAB;
    pixels[at + 1024] = (byte) 0x01;
    pixels[at + 2048] = (byte) 0xFF;
    AugmentedPreview preview =
        new AugmentedPreview(List.of("a", "b"), pixels, new float[] {1, 0, 0, 1});
    assertThat(preview.size()).isEqualTo(2);
    assertThat(preview.color(1, 5, 7)).isEqualTo(0xAB01FF);
    assertThat(preview.color(1, 7, 5)).isZero();
    assertThat(preview.share(1, 1)).isEqualTo(1);
  }

  @Test
  void pictures_ofUnequalNumbers_areRefused() {
    byte[] pixels = new byte[ImageSet.IMAGE_BYTES];
    assertThatThrownBy(() -> new AugmentedPreview(List.of("a", "b"), pixels, new float[4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "3072 bytes and 4 shares of 2 classes do not describe the same number of images");
  }
}
