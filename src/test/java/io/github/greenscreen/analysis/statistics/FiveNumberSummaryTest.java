package io.github.greenscreen.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiveNumberSummaryTest {
  @Test
  void of_values_interpolatesAsRDoes() {
    // R: quantile(c(1, 2, 4, 7, 11, 16))
    assertThat(FiveNumberSummary.of(new double[] {7, 1, 16, Double.NaN, 4, 2, 11}))
        .isEqualTo(new FiveNumberSummary(6, 1, 2.5, 5.5, 10, 16));
  }

  @Test
  void of_oneValue_isThatEverywhere() {
    assertThat(FiveNumberSummary.of(new double[] {3}))
        .isEqualTo(new FiveNumberSummary(1, 3, 3, 3, 3, 3));
  }

  @Test
  void of_none_isUnknown() {
    FiveNumberSummary none = FiveNumberSummary.of(new double[] {Double.NaN});

    assertThat(none.runs()).isZero();
    assertThat(none.median()).isNaN();
  }
}
