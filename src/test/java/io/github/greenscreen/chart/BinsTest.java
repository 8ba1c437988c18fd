package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BinsTest {
  @Test
  void of_noValues_isOneEmptyInterval() {
    assertThat(Bins.of(new double[0]).counts()).containsExactly(0);
  }

  @Test
  void of_equalValues_isOneIntervalAroundThem() {
    Bins bins = Bins.of(new double[] {5, 5, 5});

    assertThat(bins.counts()).containsExactly(3);
    assertThat(bins.low()).isEqualTo(4.75);
    assertThat(bins.width()).isEqualTo(0.5);
  }

  @Test
  void of_spreadValues_coversThemAll() {
    double[] values = IntStream.range(0, 1000).asDoubleStream().toArray();

    Bins bins = Bins.of(values);

    assertThat(bins.counts()).hasSize(12);
    assertThat(Arrays.stream(bins.counts()).sum()).isEqualTo(1000);
    assertThat(bins.low() + 12 * bins.width()).isEqualTo(999);
  }

  @Test
  void of_oneOutlier_hasThirtyIntervalsAtMost() {
    double[] values = IntStream.range(0, 100).asDoubleStream().toArray();
    values[99] = 1e9;

    assertThat(Bins.of(values).counts()).hasSize(30);
  }
}
