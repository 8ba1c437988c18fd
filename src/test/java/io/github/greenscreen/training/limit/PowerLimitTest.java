package io.github.greenscreen.training.limit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.power.PowerSample;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PowerLimitTest {
  private static final double NONE = Double.NaN;

  @Test
  void check_meanTooHigh_throwsTheReason() {
    PowerLimit limit = watched(250, t -> 260, 5);
    assertThatThrownBy(limit::check)
        .hasMessage("mean power over 5 s is 260.0 W, more than the 250 W of --max-power");
  }

  @Test
  void check_meanLittleAboveTheLimit_showsMoreDecimals() {
    assertThatThrownBy(watched(250, t -> 250.04, 5)::check)
        .hasMessage("mean power over 5 s is 250.04 W, more than the 250 W of --max-power");
    assertThatThrownBy(watched(249.96, t -> 250, 5)::check)
        .hasMessage("mean power over 5 s is 250.0 W, more than the 249.96 W of --max-power");
  }

  @Test
  void check_tooEarlyToKnow_isFine() {
    assertThatCode(watched(250, t -> 260, 4)::check).doesNotThrowAnyException();
  }

  @Test
  void check_spike_isFine() {
    assertThatCode(watched(250, t -> t == 7 ? 700 : 100, 20)::check).doesNotThrowAnyException();
  }

  @Test
  void check_powerExactlyAtTheLimit_isFine() {
    assertThatCode(watched(250, t -> 250, 20)::check).doesNotThrowAnyException();
  }

  @Test
  void check_powerUnknown_isFine() {
    assertThatCode(watched(250, t -> NONE, 20)::check).doesNotThrowAnyException();
  }

  @Test
  void check_severalDevices_addsThem() {
    PowerLimit limit = new PowerLimit(250, "--max-power");
    for (int t = 0; t <= 5; t++) {
      limit.observe(List.of(sample("GPU 0", t, 200), sample("GPU 1", t, 100.5)));
    }
    assertThatThrownBy(limit::check).hasMessageContaining("is 300.5 W");
  }

  @Test
  void check_estimatedPower_isMarked() {
    PowerLimit limit = new PowerLimit(50, "constraint power_W");
    for (int t = 0; t <= 5; t++) {
      limit.observe(List.of(sample("CPU (estimated)", t, 60)));
    }
    assertThatThrownBy(limit::check)
        .hasMessage(
            "mean power over 5 s is 60.0 W (estimated), more than the 50 W of constraint power_W");
  }

  private static PowerLimit watched(double most, DoubleUnaryOperator watts, int seconds) {
    PowerLimit limit = new PowerLimit(most, "--max-power");
    for (int t = 0; t <= seconds; t++) {
      limit.observe(List.of(sample("GPU 0", t, watts.applyAsDouble(t))));
    }
    return limit;
  }

  private static PowerSample sample(String device, int second, double watts) {
    return new PowerSample(second * 1000L, device, watts, NONE, NONE, NONE);
  }
}
