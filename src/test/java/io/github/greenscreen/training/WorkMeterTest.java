package io.github.greenscreen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.power.MonotonicClock;
import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.training.WorkMeter.Measured;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WorkMeterTest {
  private static final double WATTS = 120;

  @Test
  void measure_constantPower_isPowerTimesTime() {
    Measured<String> measured = new WorkMeter(new Constant()).measure(() -> pause("done"));

    assertThat(measured.result()).isEqualTo("done");
    assertThat(measured.seconds()).isGreaterThanOrEqualTo(0.3);
    assertThat(measured.energy().isComplete()).isTrue();
    assertThat(measured.energy().grossWh())
        .isCloseTo(WATTS * measured.seconds() / 3600, within(WATTS * 0.002 / 3600));
    assertThat(measured.source()).isEqualTo(PowerSource.MEASURED);
  }

  @Test
  void measure_twice_measuresEachByItself() {
    WorkMeter meter = new WorkMeter(new Constant());

    Measured<String> first = meter.measure(() -> pause("first"));
    Measured<String> second = meter.measure(() -> pause("second"));

    assertThat(second.energy().grossWh())
        .isCloseTo(WATTS * second.seconds() / 3600, within(WATTS * 0.002 / 3600));
    assertThat(first.energy().isComplete()).isTrue();
  }

  @Test
  void measure_withoutAMeter_hasNoEnergyAndNoReason() {
    Measured<String> measured = new WorkMeter(new NullMeter()).measure(() -> "done");

    assertThat(measured.energy().grossWh()).isNaN();
    assertThat(measured.energy().incomplete()).isEmpty();
    assertThat(measured.source()).isEqualTo(PowerSource.NONE);
  }

  @Test
  void measure_silentMeter_saysWhy() {
    Measured<String> measured = new WorkMeter(new Silent()).measure(() -> pause("done"));

    assertThat(measured.energy().grossWh()).isNaN();
    assertThat(measured.energy().incomplete()).isEqualTo("silent returned no power");
  }

  private static String pause(String result) {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return result;
  }

  private static final class Constant implements PowerMeter {
    @Override
    public String name() {
      return "constant";
    }

    @Override
    public List<PowerSample> read() {
      return List.of(
          new PowerSample(
              MonotonicClock.millis(), "CPU 0", WATTS, Double.NaN, Double.NaN, Double.NaN));
    }
  }

  private static final class Silent implements PowerMeter {
    @Override
    public String name() {
      return "silent";
    }

    @Override
    public List<PowerSample> read() {
      return List.of();
    }

    @Override
    public List<String> errorLog() {
      return List.of("it is unplugged");
    }
  }
}
