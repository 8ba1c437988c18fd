package io.github.greenscreen.djl.metric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhaseTimerTest {

  @Test
  void phases_withoutCompiling_areTrainingAndValidation() {
    PhaseTimer clock = new PhaseTimer(false);
    clock.start();
    clock.trained(32);
    clock.trained(8);
    clock.awaited();
    clock.start();
    clock.validated();
    clock.validationAwaited();
    PhaseTimer.Phases phases = clock.take();
    assertThat(phases.images()).isEqualTo(40);
    assertThat(phases.compile()).isZero();
    assertThat(phases.train()).isPositive();
    assertThat(phases.validate()).isPositive();
    assertThat(clock.take()).isEqualTo(PhaseTimer.Phases.NONE);
  }

  /** A GPU works on while the host has gone through all batches. */
  @Test
  void phases_waitAfterTheLastPass_belongsToValidation() throws InterruptedException {
    PhaseTimer clock = new PhaseTimer(true);
    clock.start();
    clock.validated();
    Thread.sleep(20);
    clock.validationAwaited();
    assertThat(clock.take().validate()).isGreaterThanOrEqualTo(0.02);
  }

  @Test
  void phases_withCompiling_putThreePassesOfEachApartOnce() {
    PhaseTimer clock = new PhaseTimer(true);
    clock.start();
    for (int i = 0; i < 3; i++) {
      clock.trained(10);
      clock.validated();
    }
    PhaseTimer.Phases first = clock.take();
    assertThat(first.images()).isZero();
    assertThat(first.train()).isZero();
    assertThat(first.validate()).isZero();
    assertThat(first.compile()).isPositive();

    clock.trained(10);
    clock.validated();
    PhaseTimer.Phases second = clock.take();
    assertThat(second.images()).isEqualTo(10);
    assertThat(second.compile()).isZero();
    assertThat(second.train()).isPositive();
    assertThat(second.validate()).isPositive();
  }
}
