package io.github.greenscreen.data.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.data.CifarFiles;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.data.image.ImageSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PixelStatisticsTest {
  private static final int[] CHOSEN = {0, 2, 3};

  /** The numbers of {@code pixel_statistics.py} beside the expected file, made with numpy. */
  @Test
  void of_someImages_equalsNumpy() throws IOException {
    PixelStatistics statistics = PixelStatistics.of(formula(), CHOSEN);

    List<String> rows = expected();
    assertThat(rows).hasSize(3);
    for (int c = 0; c < 3; c++) {
      double[] wanted =
          Stream.of(rows.get(c).split(",")).mapToDouble(Double::parseDouble).toArray();
      PixelStatistics.Channel channel = statistics.channels().get(c);
      assertThat(channel.mean()).isCloseTo(wanted[0], within(1e-10));
      assertThat(channel.standardDeviation()).isCloseTo(wanted[1], within(1e-10));
      assertThat(channel.median()).isEqualTo(wanted[2]);
      assertThat(channel.interquartileRange()).isEqualTo(wanted[3]);
      assertThat(channel.min()).isEqualTo(wanted[4]);
      assertThat(channel.max()).isEqualTo(wanted[5]);
    }
  }

  @Test
  void of_halves_interpolatesMedian() {
    byte[] pixels = new byte[2 * 3072];
    Arrays.fill(pixels, 3072, 6144, (byte) 255);
    ImageSet images = new ImageSet("halves", List.of("a"), pixels, new byte[2]);

    PixelStatistics.Channel red = PixelStatistics.of(images, new int[] {0, 1}).channels().get(0);

    assertThat(red).isEqualTo(new PixelStatistics.Channel(127.5, 127.5, 127.5, 255, 0, 255));
  }

  @Test
  void of_oneColour_hasNoSpread() {
    PixelStatistics.Channel blue =
        PixelStatistics.of(CifarFiles.blank(1), new int[] {0}).channels().get(2);

    assertThat(blue).isEqualTo(new PixelStatistics.Channel(0, 0, 0, 0, 0, 0));
  }

  @Test
  void of_nothing_isRefused() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> PixelStatistics.of(CifarFiles.blank(1), new int[0]))
        .withMessage("blank: pixel statistics need at least one image");
  }

  /** Four images whose byte at index i (of all) is (i * i / 7 + 31 * (i / 1024)) modulo 251. */
  private static ImageSet formula() {
    byte[] pixels = new byte[4 * 3072];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ((i * i / 7 + 31 * (i / 1024)) % 251);
    }
    return new ImageSet("formula", List.of("a"), pixels, new byte[4]);
  }

  private static List<String> expected() throws IOException {
    try (InputStream in = PixelStatisticsTest.class.getResourceAsStream("pixel_statistics.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }
}
