package io.github.greenscreen.training.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DivergedExceptionTest {

  @Test
  void check_lossIsNoNumber_saysWhere() {
    assertThatThrownBy(() -> DivergedException.check(epoch(2, Double.NaN, 1), 50))
        .isInstanceOf(DivergedException.class)
        .hasMessage("loss is NaN in epoch 3 of 50");
    assertThatThrownBy(() -> DivergedException.check(epoch(0, Double.POSITIVE_INFINITY, 1), 1))
        .hasMessage("loss is infinite in epoch 1 of 1");
  }

  @Test
  void check_validationLossIsNoNumber_countsInTheLastEpochAlone() {
    assertThatCode(() -> DivergedException.check(epoch(2, 1.5, Double.NaN), 50))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> DivergedException.check(epoch(49, 1.5, Double.NaN), 50))
        .hasMessage("validation loss is NaN in epoch 50 of 50");
  }

  @Test
  void check_validationLossIsNoNumber_countsInTheEpochThatEndsTheTraining() {
    assertThatThrownBy(() -> DivergedException.check(epoch(2, 1.5, Double.NaN), 50, true))
        .hasMessage("validation loss is NaN in epoch 3 of 50");
    assertThatCode(() -> DivergedException.check(epoch(2, 1.5, Double.NaN), 50, false))
        .doesNotThrowAnyException();
  }

  @Test
  void check_hugeLoss_isANumber() {
    assertThatCode(() -> DivergedException.check(epoch(49, 1e300, 1e300), 50))
        .doesNotThrowAnyException();
  }

  private static EpochResult epoch(int number, double loss, double validationLoss) {
    return new EpochResult(number, loss, 0.1, validationLoss, 0.1, 0.01, 0, 1, 1, 1, 0, 36);
  }
}
