package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.TotalPower;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TotalPowerSeriesTest {
  private static final double NONE = Double.NaN;

  @Test
  void of_nothing_isEmpty() {
    assertThat(TotalPowerSeries.of(List.of()).isEmpty()).isTrue();
    assertThat(TotalPowerSeries.of(List.of(sample(1, "GPU 0", NONE))).isEmpty()).isTrue();
    assertThat(TotalPowerSeries.of(List.of(sample(1, "GPU 0", 5))).isEmpty()).isFalse();
  }

  @Test
  void thinned_fiftyEpochsAtTenHertz_keepsEveryPeakInFewPoints() {
    Random random = new Random(3);
    List<PowerSample> samples = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      samples.add(sample(100L * i, "GPU 0", i == 31_234 ? 999 : 100 + random.nextInt(50)));
    }
    TotalPowerSeries line = TotalPowerSeries.of(samples);

    TotalPowerSeries thin = line.thinned(400);

    assertThat(thin.points()).hasSizeLessThanOrEqualTo(800);
    assertThat(thin.highest()).isEqualTo(999);
    assertThat(thin.points()).extracting(TotalPower::millis).isSorted();
    assertThat(thin.points()).extracting(TotalPower::watts).contains(100.0, 149.0);
  }

  @Test
  void thinned_gap_staysOne() {
    List<PowerSample> samples = new ArrayList<>();
    IntStream.range(0, 1000).forEach(s -> samples.add(sample(1000L * s, "GPU 0", 90)));
    IntStream.range(2000, 3000).forEach(s -> samples.add(sample(1000L * s, "GPU 0", 90)));

    assertThat(TotalPowerSeries.of(samples).thinned(100).points())
        .extracting(TotalPower::watts)
        .contains(Double.NaN);
  }

  private static PowerSample sample(long millis, String device, double watts) {
    return new PowerSample(millis, device, watts, NONE, NONE, NONE);
  }
}
