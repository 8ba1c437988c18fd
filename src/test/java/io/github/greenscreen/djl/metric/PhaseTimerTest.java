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
    PhaseTimer.Phases phases = clock.take();
    assertThat(phases.images()).isEqualTo(40);
    assertThat(phases.compile()).isZero();
    assertThat(phases.train()).isPositive();
    assertThat(phases.validate()).isPositive();
    assertThat(clock.take()).isEqualTo(PhaseTimer.Phases.NONE);
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
