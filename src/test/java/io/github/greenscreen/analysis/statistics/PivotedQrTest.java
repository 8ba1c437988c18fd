package io.github.greenscreen.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PivotedQrTest {
  private static final double[] ONE = {1, 1, 1, 1};
  private static final double[] A = {1, 1, 0, 0};
  private static final double[] B = {0, 0, 1, 1};
  private static final double[] C = {1, 0, 1, 0};

  @Test
  void kept_dependentColumn_isTheLaterOne() {
    PivotedQr qr = new PivotedQr(List.of(ONE, A, B, C), new double[] {1, 2, 3, 4});

    assertThat(qr.kept()).containsExactly(0, 1, 3);
    assertThat(qr.rank()).isEqualTo(3);
  }

  @Test
  void kept_columnOfZeros_isLeftOut() {
    assertThat(new PivotedQr(List.of(ONE, new double[4]), ONE).kept()).containsExactly(0);
  }

  @Test
  void kept_moreColumnsThanRows_isAtMostTheRows() {
    PivotedQr qr =
        new PivotedQr(
            List.of(new double[] {1, 1}, new double[] {1, 0}, new double[] {2, 7}),
            new double[] {3, 4});

    assertThat(qr.kept()).containsExactly(0, 1);
    assertThat(qr.residualSumOfSquares()).isZero();
  }

  @Test
  void kept_almostDependentColumn_followsTheTolerance() {
    assertThat(new PivotedQr(List.of(ONE, new double[] {1, 1, 1, 1 + 1e-6}), ONE).rank())
        .isEqualTo(2);
    assertThat(new PivotedQr(List.of(ONE, new double[] {1, 1, 1, 1 + 1e-8}), ONE).rank())
        .isEqualTo(1);
  }

  @Test
  void residualSumOfSquares_intercept_isTheScatterAroundTheMean() {
    PivotedQr qr = new PivotedQr(List.of(ONE), new double[] {1, 2, 3, 4});

    assertThat(qr.residualSumOfSquares()).isEqualTo(5, within(1e-12));
  }

  @Test
  void residualSumOfSquares_groups_isTheScatterWithinThem() {
    PivotedQr qr = new PivotedQr(List.of(ONE, A), new double[] {1, 2, 30, 44});

    assertThat(qr.residualSumOfSquares()).isEqualTo(0.5 + 98, within(1e-10));
  }
}
