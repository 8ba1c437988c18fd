package io.github.greenscreen.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Expected numbers are those of R's {@code pt}, {@code qt} and {@code pf}. */
class TailProbabilitiesTest {
  private static final Percentage NINE_DIGITS = Percentage.withPercentage(1e-7);

  @Test
  void twoSidedT_farOut_keepsItsDigits() {
    assertThat(TailProbabilities.twoSidedT(2, 38)).isCloseTo(0.0526850709677, NINE_DIGITS);
    assertThat(TailProbabilities.twoSidedT(-20, 38)).isCloseTo(9.0313558133e-22, NINE_DIGITS);
    assertThat(TailProbabilities.twoSidedT(Double.NaN, 38)).isNaN();
  }

  @Test
  void t975_equalsR() {
    assertThat(TailProbabilities.t975(38)).isCloseTo(2.02439416391, NINE_DIGITS);
    assertThat(TailProbabilities.t975(1)).isCloseTo(12.7062047362, NINE_DIGITS);
  }

  @Test
  void upperF_farOut_keepsItsDigits() {
    assertThat(TailProbabilities.upperF(2.5, 3, 38)).isCloseTo(0.0740795806127, NINE_DIGITS);
    assertThat(TailProbabilities.upperF(400, 3, 38)).isCloseTo(8.87208734078e-29, NINE_DIGITS);
    assertThat(TailProbabilities.upperF(0, 3, 38)).isEqualTo(1, within(1e-15));
    assertThat(TailProbabilities.upperF(-1e-17, 3, 38)).isEqualTo(1, within(1e-15));
    assertThat(TailProbabilities.upperF(Double.NaN, 0, 38)).isNaN();
  }
}
