package io.github.greenscreen.training.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.ConstraintViolation;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunMeasurements;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLimitMonitorTest {
  private static final double NONE = Double.NaN;

  @TempDir private Path folder;

  @Test
  void stepEnded_energyAboveItsLimit_throwsWhatWasMeasured() {
    RunLimitMonitor limits = limits("energy_Wh", 1.0, 0.5);
    limits.observe(List.of(sample(0, 3600, NONE)));
    limits.trainingBegins();
    limits.observe(List.of(sample(1, 720, NONE)));
    limits.observe(List.of(sample(2, 1080, NONE)));
    assertThatCode(limits::stepEnded).doesNotThrowAnyException();

    limits.observe(List.of(sample(4, 720, NONE)));

    // 0.5 Wh of earlier attempts, 900 J and 1800 J.
    assertThatThrownBy(limits::stepEnded)
        .hasMessage("energy so far is 1.25 Wh, more than the 1 Wh of constraint energy_Wh")
        .satisfies(
            e -> assertThat(violation(e)).hasValue(new ConstraintViolation("energy_Wh", 1.25)));
  }

  @Test
  void stepEnded_energyLittleAboveItsLimit_showsMoreDigits() {
    RunLimitMonitor limits = limits("energy_Wh", 1.0, 1.00002);
    limits.trainingBegins();
    limits.observe(List.of(sample(1, 0, NONE)));

    assertThatThrownBy(limits::stepEnded)
        .hasMessage("energy so far is 1.00002 Wh, more than the 1 Wh of constraint energy_Wh");
  }

  @Test
  void stepEnded_samplesReadLate_addsUpDevicesAlone() {
    RunLimitMonitor limits =
        new RunLimitMonitor(
            new RunFolder(folder),
            RunLimits.NONE.under(Map.of("power_W", 150.0, "energy_Wh", 1.0)),
            0);
    limits.trainingBegins();
    for (int second = 0; second <= 8; second += 2) {
      limits.observe(List.of(sample(second, 100, NONE), sample(second + 1, 100, NONE)));
    }
    assertThatCode(limits::stepEnded).doesNotThrowAnyException();

    limits.observe(List.of(sample(10, 3000, NONE), sample(11, 3000, NONE)));

    assertThatThrownBy(limits::stepEnded).hasMessageContaining("mean power over 5 s is 1066.7 W");
  }

  @Test
  void stepEnded_memoryAboveItsLimit_throwsAtOnce() {
    RunLimitMonitor limits = limits("gpu_memory_MiB", 16000, 0);
    limits.observe(List.of(sample(0, 100, 16000)));
    assertThatCode(limits::stepEnded).doesNotThrowAnyException();

    limits.observe(List.of(sample(1, 100, 16001), sample(1, 100, NONE)));

    assertThatThrownBy(limits::stepEnded)
        .hasMessage(
            "GPU memory in use is 16001 MiB, more than the 16000 MiB of constraint gpu_memory_MiB");
  }

  @Test
  void stepEnded_powerAboveItsConstraint_namesTheConstraint() {
    RunLimitMonitor limits = limits("power_W", 90, 0);
    for (int second = 0; second <= 5; second++) {
      limits.observe(List.of(sample(second, 100, NONE)));
    }

    assertThatThrownBy(limits::stepEnded)
        .hasMessage("mean power over 5 s is 100.0 W, more than the 90 W of constraint power_W")
        .satisfies(e -> assertThat(violation(e)).hasValue(new ConstraintViolation("power_W", 100)));
  }

  @Test
  void check_epochInProgressAlreadyTooLong_throwsBeforeItEnds() {
    AtomicLong nanos = new AtomicLong();
    EpochLimit limit = new EpochLimit(10, nanos::get);
    limit.begin();
    nanos.set(8_000_000_000L);
    limit.epochEnded(8);
    nanos.addAndGet(12_000_000_000L);
    assertThatCode(limit::check).doesNotThrowAnyException();

    nanos.addAndGet(1_000_000_000L);

    assertThatThrownBy(limit::check)
        .hasMessage(
            "mean time of an epoch is 10.5 s or more, above the 10 s of constraint"
                + " epoch_seconds");
  }

  @Test
  void check_epochsLittleAboveTheLimit_showsMoreDigits() {
    EpochLimit limit = new EpochLimit(10, () -> 0);
    limit.epochEnded(10.0002);

    assertThatThrownBy(limit::check)
        .hasMessage(
            "mean time of an epoch is 10.0002 s or more, above the 10 s of constraint"
                + " epoch_seconds");
  }

  private static Optional<ConstraintViolation> violation(Throwable e) {
    return ((LimitExceededException) e).recordIn(RunMeasurements.NONE).violation();
  }

  private RunLimitMonitor limits(String metric, double most, double spentWh) {
    RunLimits asked = RunLimits.NONE.under(Map.of(metric, most));
    return new RunLimitMonitor(new RunFolder(folder), asked, spentWh);
  }

  private static PowerSample sample(int second, double watts, double memory) {
    return new PowerSample(second * 1000L, "GPU 0", watts, NONE, NONE, memory);
  }
}
