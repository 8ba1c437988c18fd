package io.github.greenscreen.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class KernelDensityEstimateTest {
  @Test
  void bandwidth_values_isThatOfSilverman() {
    // R: bw.nrd0(c(1, 2, 4, 7, 11, 16))
    assertThat(KernelDensityEstimate.bandwidth(new double[] {1, 2, 4, 7, 11, 16}))
        .isCloseTo(3.520211233, Offset.offset(1e-8));
  }

  @Test
  void bandwidth_equalQuartiles_takesTheDeviation() {
    double[] values = {1, 5, 5, 5, 5, 5, 5, 9};

    // R: bw.nrd0(c(1, 5, 5, 5, 5, 5, 5, 9))
    assertThat(KernelDensityEstimate.bandwidth(values)).isCloseTo(1.269551963, Offset.offset(1e-8));
  }

  @Test
  void at_twoHeaps_isHighWhereValuesLie() {
    KernelDensityEstimate density =
        KernelDensityEstimate.of(new double[] {1, 1.1, 1.2, 1.3, 9, 9.1, 9.2, 9.3, 9.4})
            .orElseThrow();

    assertThat(density.at(9.2)).isGreaterThan(density.at(1.1)).isGreaterThan(0.9);
    assertThat(density.at(5)).isLessThan(density.at(1.1));
    assertThat(density.places()).startsWith(1).hasSize(49);
    assertThat(density.places()[48]).isCloseTo(9.4, Offset.offset(1e-9));
    assertThat(Arrays.stream(density.places()).map(density::at).max().orElse(0)).isEqualTo(1);
  }

  @Test
  void of_fewOrEqual_isEmpty() {
    assertThat(KernelDensityEstimate.of(new double[] {1, 2, 3, 4})).isEmpty();
    assertThat(KernelDensityEstimate.of(new double[] {3, 3, 3, 3, 3, 3})).isEmpty();
  }
}
