package io.github.greenscreen.data.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.data.decoding.ReferenceFiles.Line;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SquareFitTest {
  static Stream<Line> lines() throws IOException {
    return ReferenceFiles.lines();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void write_anyShape_equalsTorchvision(Line line) throws Exception {
    RgbImage image = ImageDecoder.decode(ReferenceFiles.bytes(line.file()));
    byte[] fitted = new byte[line.fitted().length];

    SquareFit.write(image, line.side(), fitted, 0);

    assertThat(fitted).isEqualTo(line.fitted());
  }

  @Test
  void write_sameSize_copiesToPlanes() {
    byte[] rgb = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    byte[] planes = new byte[14];

    SquareFit.write(new RgbImage(2, 2, rgb), 2, planes, 2);

    assertThat(planes).containsExactly(0, 0, 1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12);
  }

  /** Half of 4 pixels in a row: the triangle reaches 1½ pixels beyond the middle pair. */
  @Test
  void write_wideImage_keepsTheMiddle() {
    byte[] rgb = new byte[3 * 4 * 1];
    for (int x = 0; x < 4; x++) {
      rgb[3 * x] = (byte) (60 * x);
    }
    byte[] planes = new byte[3];

    SquareFit.write(new RgbImage(4, 1, rgb), 1, planes, 0);

    // The crop of one of four columns begins at 1.5, rounded to the even 2.
    assertThat(planes[0]).isEqualTo((byte) 120);
  }

  @Test
  void write_extremeShape_needsOnlyTheMiddle() {
    byte[] planes = new byte[3 * 32 * 32];

    SquareFit.write(new RgbImage(100_000, 1, new byte[300_000]), 32, planes, 0);

    assertThat(planes).containsOnly(0);
  }
}
