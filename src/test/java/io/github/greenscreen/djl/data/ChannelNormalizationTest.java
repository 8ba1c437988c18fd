package io.github.greenscreen.djl.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.data.split.PixelStatistics;
import io.github.greenscreen.data.split.PixelStatistics.Channel;
import io.github.greenscreen.training.hyperparameter.Preprocessing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelNormalizationTest {
  private static final Channel RED = new Channel(100, 50, 90, 80, 10, 210);
  private static final Channel GREEN = new Channel(120, 25, 110, 40, 0, 250);
  private static final Channel FLAT = new Channel(7, 0, 7, 0, 7, 7);
  private static final PixelStatistics STATISTICS = new PixelStatistics(List.of(RED, GREEN, FLAT));

  @ParameterizedTest
  @CsvSource({
    "NONE,              0,   0, 0, 1,     1",
    "STANDARDIZATION, 100, 120, 7, 0.02,  0.04",
    "ROBUST_SCALING,   90, 110, 7, 0.0125, 0.025",
    "MINMAX,           10,   0, 7, 0.005, 0.004",
  })
  void scaling_ofPreprocessing_usesItsStatistics(
      Preprocessing kind,
      double red,
      double green,
      double flat,
      double scaleRed,
      double scaleGreen) {
    ChannelNormalization scaling = ChannelNormalization.of(kind, STATISTICS);
    assertThat(scaling.shift()).containsExactly(red, green, flat);
    assertThat(scaling.scale()).containsExactly(scaleRed, scaleGreen, 1);
  }

  @Test
  void scaling_ofPretrainedNetworks_isOnTheScaleOfBytes() {
    ChannelNormalization scaling =
        ChannelNormalization.of(List.of(0.5, 0.2, 0.0), List.of(0.5, 0.1, 1.0));
    assertThat(scaling.shift()).containsExactly(127.5, 51, 0);
    assertThat(scaling.scale()).containsExactly(1 / 127.5, 1 / 25.5, 1 / 255.0);
  }

  @Test
  void scaling_channelWithoutSpread_isOnlyShifted() {
    for (Preprocessing kind : Preprocessing.values()) {
      assertThat(ChannelNormalization.of(kind, STATISTICS).scale()[2]).isEqualTo(1);
    }
  }
}
