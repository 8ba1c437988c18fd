package io.github.greenscreen.sweep.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.meter.EstimateMeter;
import io.github.greenscreen.power.meter.NullMeter;
import io.github.greenscreen.run.model.IdlePowers;
import io.github.greenscreen.sweep.SteadyMeter;
import io.github.greenscreen.sweep.launch.DeviceHolder;
import io.github.greenscreen.sweep.launch.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
class IdlePowerMeasurementTest {
  private static final Duration SHORT = Duration.ofMillis(30);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<Slot> SEATS = List.of(Slot.only());

  @Test
  void beforeFirst_isTheMeanPower() throws InterruptedException {
    assertThat(idle(new SteadyMeter(36.5), SHORT, Duration.ZERO).beforeFirst())
        .hasValue(steady(36.5));
  }

  @Test
  void beforeFirst_noMeterAnswers_neitherWaitsNorKnows() throws InterruptedException {
    assertThat(idle(new NullMeter(), HOUR, Duration.ZERO).beforeFirst()).isEmpty();
  }

  @Test
  void beforeFirst_powerIsNoNumber_neitherWaitsNorKnows() throws InterruptedException {
    assertThat(idle(new SteadyMeter(Double.NaN), HOUR, Duration.ZERO).beforeFirst()).isEmpty();
  }

  @Test
  void beforeFirst_ofNoTime_opensNoMeter() throws InterruptedException {
    assertThat(IdlePowerMeasurement.unmeasured().beforeFirst()).isEmpty();
    assertThat(IdlePowerMeasurement.unmeasured().betweenRuns(SEATS)).isEmpty();
  }

  @Test
  void betweenRuns_coolingDown_measuresAgain() throws InterruptedException {
    assertThat(idle(new SteadyMeter(40), SHORT, SHORT.multipliedBy(2)).betweenRuns(SEATS))
        .isEqualTo(Map.of(SEATS.get(0), steady(40)));
    assertThat(idle(new SteadyMeter(40), HOUR, SHORT).betweenRuns(SEATS))
        .isEqualTo(Map.of(SEATS.get(0), steady(40)));
  }

  @Test
  void beforeFirst_severalGpus_measuresEachByTheMeterOfItsRuns() throws InterruptedException {
    Slot first = new Slot(1, "GPU-a", Map.of("CUDA_VISIBLE_DEVICES", "GPU-a", "OTHER", "1"));
    Slot second = new Slot(2, "GPU-b", Map.of("CUDA_VISIBLE_DEVICES", "GPU-b"));
    Map<Map<String, String>, PowerMeter> meters =
        Map.of(
            Map.of("CUDA_VISIBLE_DEVICES", "GPU-a"), new SteadyMeter(30),
            Map.of("CUDA_VISIBLE_DEVICES", "GPU-b"), new SteadyMeter(50));
    IdlePowerMeasurement idle = new IdlePowerMeasurement(meters::get, SHORT, Duration.ZERO, HOUR);
    assertThat(idle.beforeFirst(List.of(first, second)))
        .isEqualTo(Map.of(first, steady(30), second, steady(50)));
  }

  @Test
  void betweenRuns_noMeterAnswers_coolsDownAllTheSame() throws InterruptedException {
    long start = System.nanoTime();
    assertThat(idle(new NullMeter(), SHORT, SHORT).betweenRuns(SEATS)).isEmpty();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT.toNanos());
  }

  @Test
  void beforeFirst_gpuIsHeld_measuresThatToo() throws InterruptedException {
    AtomicInteger held = new AtomicInteger();
    DeviceHolder holder =
        variables -> {
          held.incrementAndGet();
          return Optional.of(held::decrementAndGet);
        };
    // One that is opened while the GPU is held reads more.
    IdlePowerMeasurement idle =
        new IdlePowerMeasurement(
            variables -> new SteadyMeter(held.get() == 0 ? 45 : 68),
            SHORT,
            Duration.ZERO,
            HOUR,
            holder);
    assertThat(idle.beforeFirst()).hasValue(new IdlePowers(45, 68, "steady"));
    assertThat(held).hasValue(0);
  }

  @Test
  void beforeFirst_oneGpuCannotBeHeld_releasesTheOthers() throws InterruptedException {
    Slot first = new Slot(1, "GPU-a", Map.of("CUDA_VISIBLE_DEVICES", "GPU-a"));
    Slot second = new Slot(2, "GPU-b", Map.of("CUDA_VISIBLE_DEVICES", "GPU-b"));
    AtomicInteger held = new AtomicInteger();
    DeviceHolder holder =
        variables ->
            variables.containsValue("GPU-b")
                ? Optional.empty()
                : Optional.of(held::decrementAndGet);
    held.set(1);
    IdlePowerMeasurement idle =
        new IdlePowerMeasurement(
            variables -> new SteadyMeter(45), SHORT, Duration.ZERO, HOUR, holder);
    assertThat(idle.beforeFirst(List.of(first, second)))
        .isEqualTo(Map.of(first, steady(45), second, steady(45)));
    assertThat(held).hasValue(0);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void beforeFirst_meterOfDifferences_isMeasured() throws InterruptedException {
    EstimateMeter meter = new EstimateMeter(65);
    assertThat(
            idle(meter, Duration.ofMillis(300), Duration.ZERO).beforeFirst().map(IdlePowers::meter))
        .hasValue("estimate");
  }

  @Test
  void beforeFirst_betterMeterAnswersLate_keepsToTheOneThatCovers() throws InterruptedException {
    assertThat(everySecond(new UpgradedMeter(7)).beforeFirst())
        .hasValue(new IdlePowers(50, Double.NaN, "rapl"));
    assertThat(everySecond(new UpgradedMeter(0)).beforeFirst())
        .hasValue(new IdlePowers(300, Double.NaN, "nvidia-smi"));
  }

  private static IdlePowerMeasurement everySecond(PowerMeter meter) {
    return new IdlePowerMeasurement(
        variables -> meter, SHORT, Duration.ZERO, Duration.ofSeconds(1));
  }

  private static IdlePowers steady(double watts) {
    return new IdlePowers(watts, Double.NaN, "steady");
  }

  /** Has read the CPU with 50 W for ten seconds, and the GPU with 300 W from one of them on. */
  private record UpgradedMeter(int from) implements PowerMeter {
    @Override
    public String name() {
      return "nvidia-smi";
    }

    @Override
    public String meterOf(String device) {
      return device.startsWith("GPU") ? "nvidia-smi" : "rapl";
    }

    @Override
    public List<PowerSample> read() {
      List<PowerSample> samples = new ArrayList<>();
      for (int second = 0; second <= 10; second++) {
        samples.add(sample("CPU 0", 50, second));
        if (second >= from) {
          samples.add(sample("GPU 0", 300, second));
        }
      }
      return samples;
    }

    private static PowerSample sample(String device, double watts, int second) {
      double nan = Double.NaN;
      return new PowerSample(1_000_000 + 1000L * second, device, watts, nan, nan, nan);
    }
  }

  /** The meter is read at the beginning and at the end alone, so that no test hangs on time. */
  private static IdlePowerMeasurement idle(PowerMeter meter, Duration time, Duration coolDown) {
    return new IdlePowerMeasurement(variables -> meter, time, coolDown, HOUR);
  }
}
