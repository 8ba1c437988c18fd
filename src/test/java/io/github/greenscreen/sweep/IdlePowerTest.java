package io.github.greenscreen.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.NoMeter;
import io.github.greenscreen.power.PowerMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IdlePowerTest {
  private static final Duration SHORT = Duration.ofMillis(30);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void beforeFirst_isTheMeanPower() throws InterruptedException {
    assertThat(idle(new SteadyMeter(36.5), SHORT, Duration.ZERO).beforeFirst()).hasValue(36.5);
  }

  @Test
  void beforeFirst_noMeterAnswers_neitherWaitsNorKnows() throws InterruptedException {
    assertThat(idle(new NoMeter(), HOUR, Duration.ZERO).beforeFirst()).isEmpty();
  }

  @Test
  void beforeFirst_powerIsNoNumber_neitherWaitsNorKnows() throws InterruptedException {
    assertThat(idle(new SteadyMeter(Double.NaN), HOUR, Duration.ZERO).beforeFirst()).isEmpty();
  }

  @Test
  void beforeFirst_ofNoTime_opensNoMeter() throws InterruptedException {
    assertThat(IdlePower.unmeasured().beforeFirst()).isEmpty();
    assertThat(IdlePower.unmeasured().betweenRuns()).isEmpty();
  }

  @Test
  void betweenRuns_coolingDown_measuresAgain() throws InterruptedException {
    assertThat(idle(new SteadyMeter(40), SHORT, SHORT.multipliedBy(2)).betweenRuns()).hasValue(40);
    assertThat(idle(new SteadyMeter(40), HOUR, SHORT).betweenRuns()).hasValue(40);
  }

  @Test
  void betweenRuns_noMeterAnswers_coolsDownAllTheSame() throws InterruptedException {
    long start = System.nanoTime();
    assertThat(idle(new NoMeter(), SHORT, SHORT).betweenRuns()).isEmpty();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT.toNanos());
  }

  /** The meter is read at the beginning and at the end alone, so that no test hangs on time. */
  private static IdlePower idle(PowerMeter meter, Duration time, Duration coolDown) {
    return new IdlePower(() -> meter, time, coolDown, HOUR);
  }
}
