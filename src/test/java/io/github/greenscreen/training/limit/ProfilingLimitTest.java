package io.github.greenscreen.training.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.model.ProfileResult;
import io.github.greenscreen.run.model.RunMeasurements;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProfilingLimitTest {
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void check_secondsOver_throwsMeanPowerAfterTheWarmUpAndPeakMemory() {
    ProfilingLimit profile = new ProfilingLimit(9, nanos::get);
    observe(profile, 0, 10, 100);
    profile.begin();
    observe(profile, 1, 500, 300);
    observe(profile, 3, 100, 200);
    observe(profile, 8, 110, 250);
    assertThatCode(profile::check).doesNotThrowAnyException();

    nanos.set(9_000_000_000L);

    assertThatThrownBy(profile::check)
        .hasMessage("profiled for 9 s")
        .satisfies(
            e ->
                assertThat(((LimitExceededException) e).recordIn(RunMeasurements.NONE).profile())
                    .hasValue(new ProfileResult(105, 300)));
  }

  @Test
  void check_notAsked_neverThrows() {
    ProfilingLimit profile = new ProfilingLimit(Double.POSITIVE_INFINITY, nanos::get);
    profile.begin();
    nanos.set(Long.MAX_VALUE);
    assertThatCode(profile::check).doesNotThrowAnyException();
  }

  private void observe(ProfilingLimit profile, int second, double watts, double memory) {
    nanos.set(second * 1_000_000_000L);
    profile.observe(
        List.of(
            new PowerSample(second * 1000L, "GPU 0", watts, Double.NaN, Double.NaN, memory),
            new PowerSample(second * 1000L, "CPU 0", Double.NaN, Double.NaN, Double.NaN, 1)));
  }
}
