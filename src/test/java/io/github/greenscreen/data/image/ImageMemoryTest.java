package io.github.greenscreen.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class ImageMemoryTest {
  private static final long GIB = 1L << 30;

  @Test
  void demand_thatFits_isTheNumberOfBytes() {
    assertThat(ImageMemory.demand("pets", 10, 32, GIB)).isEqualTo(30_720);
  }

  @Test
  void demand_beyondTheMemoryOfJava_namesNumbersAndRemedies() {
    assertThatThrownBy(() -> ImageMemory.demand("pets", 10_000, 200, GIB))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "pets: 10,000 images of 200x200 pixels need 1.1 GiB, but Java may use 0.8 GiB; use "
                + "--set image_size=163, or fewer images, or set GREENSCREEN_OPTS=-Xmx2g");
    // 163 fits, 164 does not.
    assertThat(ImageMemory.demand("pets", 10_000, 163, GIB)).isEqualTo(797_070_000);
    assertThatThrownBy(() -> ImageMemory.demand("pets", 10_000, 164, GIB))
        .isInstanceOf(DataException.class);
  }

  @Test
  void demand_beyondAnArray_namesItsLimit() {
    assertThatThrownBy(() -> ImageMemory.demand("pets", 120_000, 224, 64 * GIB))
        .hasMessage(
            "pets: 120,000 images of 224x224 pixels need 16.8 GiB, but a data set may have at "
                + "most 2.0 GiB; use --set image_size=77, or fewer images");
  }

  @Test
  void demand_ofTooManyImages_proposesNoSize() {
    assertThatThrownBy(() -> ImageMemory.demand("pets", 40_000_000, 32, 64 * GIB))
        .hasMessage(
            "pets: 40,000,000 images of 32x32 pixels need 114.4 GiB, but a data set may have at "
                + "most 2.0 GiB; use fewer images");
  }
}
