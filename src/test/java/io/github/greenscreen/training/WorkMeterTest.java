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
    assertThat(measured.problem()).isEmpty();
    assertThat(measured.energyWh())
        .isCloseTo(WATTS * measured.seconds() / 3600, within(WATTS * 0.002 / 3600));
    assertThat(measured.source()).isEqualTo(PowerSource.MEASURED);
  }

  @Test
  void measure_twice_measuresEachByItself() {
    WorkMeter meter = new WorkMeter(new Constant());

    Measured<String> first = meter.measure(() -> pause("first"));
    Measured<String> second = meter.measure(() -> pause("second"));

    assertThat(second.energyWh())
        .isCloseTo(WATTS * second.seconds() / 3600, within(WATTS * 0.002 / 3600));
    assertThat(first.energyWh()).isPositive();
  }

  /** Between both pieces of work, the meter counts a thousand joules more than 120 W. */
  @Test
  void measure_meterOfDifferences_forgetsThePowerBefore() throws InterruptedException {
    Differences meter = new Differences();
    WorkMeter work = new WorkMeter(meter);
    Measured<String> first = work.measure(() -> pause("first"));
    meter.add(1000);
    Thread.sleep(1500);

    Measured<String> second = work.measure(() -> pause("second"));

    assertThat(List.of(first.problem(), second.problem())).containsOnly("");
    assertThat(second.energyWh())
        .isCloseTo(WATTS * second.seconds() / 3600, within(WATTS * 0.002 / 3600));
  }

  @Test
  void measure_withoutAMeter_hasNoEnergyAndNoReason() {
    Measured<String> measured = new WorkMeter(new NullMeter()).measure(() -> "done");

    assertThat(measured.energyWh()).isNaN();
    assertThat(measured.problem()).isEmpty();
    assertThat(measured.source()).isEqualTo(PowerSource.NONE);
  }

  @Test
  void measure_silentMeter_saysWhy() {
    Measured<String> measured = new WorkMeter(new Silent()).measure(() -> pause("done"));

    assertThat(measured.energyWh()).isNaN();
    assertThat(measured.problem())
        .isEqualTo("silent returned no power; 'greenscreen power' shows which meters report power");
  }

  @Test
  void measure_lostSamples_saysHowMuchOfTheTimeIsKnown() {
    Measured<String> measured = new WorkMeter(new Old()).measure(() -> pause("done"));

    assertThat(measured.energyWh()).isNaN();
    assertThat(measured.problem())
        .matches(
            "power samples cover \\d+\\.\\d % of the time, at least 95 % is needed; try again "
                + "when the machine is less busy");
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

  /** Counts energy and reports the mean power since its last reading, in the middle of it. */
  private static final class Differences implements PowerMeter {
    private long last = MonotonicClock.millis();
    private double extraJ;

    /** Count {@code joules} more. */
    void add(double joules) {
      extraJ = joules;
    }

    @Override
    public String name() {
      return "differences";
    }

    @Override
    public boolean needsTwoReadings() {
      return true;
    }

    @Override
    public List<PowerSample> read() {
      long now = MonotonicClock.millis();
      if (now - last < 10) {
        return List.of();
      }
      double watts = WATTS + extraJ * 1000 / (now - last);
      double nan = Double.NaN;
      PowerSample mean = new PowerSample((last + now) / 2, "CPU 0", watts, nan, nan, nan);
      last = now;
      extraJ = 0;
      return List.of(mean);
    }
  }

  /** Reads one sample, which is a second old. */
  private static final class Old implements PowerMeter {
    private boolean read;

    @Override
    public String name() {
      return "old";
    }

    @Override
    public List<PowerSample> read() {
      double nan = Double.NaN;
      long time = MonotonicClock.millis() - 1000;
      List<PowerSample> first = List.of(new PowerSample(time, "CPU 0", WATTS, nan, nan, nan));
      List<PowerSample> samples = read ? List.of() : first;
      read = true;
      return samples;
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
