package io.github.greenscreen.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {

  /** R: {@code p.adjust(c(0.03, 0.001, 0.8, 0.02, NA, 0.04), "BH")}. */
  @Test
  void adjust_withMissing_equalsR() {
    double[] p = {0.03, 0.001, 0.8, 0.02, Double.NaN, 0.04};

    assertThat(BenjaminiHochberg.adjust(p))
        .containsExactly(
            new double[] {0.05, 0.005, 0.8, 0.05, Double.NaN, 0.05}, Offset.offset(1e-15));
  }

  @Test
  void adjust_one_changesNothing() {
    assertThat(BenjaminiHochberg.adjust(new double[] {0.3})).containsExactly(0.3);
  }

  @Test
  void adjust_doesNotTouchItsArgument() {
    double[] p = {0.5, 0.01};

    BenjaminiHochberg.adjust(p);

    assertThat(p).containsExactly(0.5, 0.01);
  }
}
