package io.github.greenscreen.power.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class MeterSetTest {
  @Test
  void read_meterThatFallsSilent_showsItsDevicesWithoutNumbers() throws InterruptedException {
    Once once = new Once();

    try (MeterSet meters = MeterSet.answering(List.of(once, new NullMeter()))) {
      assertThat(meters.all()).containsExactly(once);
      PowerSample silent = meters.read(once).get(0);
      assertThat(silent.device()).isEqualTo("GPU 0");
      assertThat(silent.powerW()).isNaN();
    }
  }

  @Test
  void answering_meterThatNeverReturns_isGivenUpAndTheOthersAreNot() throws InterruptedException {
    Hanging hanging = new Hanging();
    Once once = new Once();

    try (MeterSet meters = MeterSet.answering(List.of(hanging, once), Duration.ofMillis(1500))) {
      assertThat(meters.all()).containsExactly(once);
      assertThat(meters.silent())
          .containsExactly(
              Map.entry(hanging, "no answer within 1 s; choose another meter with --meter"));
      assertThat(hanging.closed).isTrue();
    }
  }

  @Test
  void answering_slowMeters_areAskedAtTheSameTime() throws InterruptedException {
    List<PowerMeter> slow = List.of(new Slow(), new Slow(), new Slow());
    long begin = System.nanoTime();

    try (MeterSet meters = MeterSet.answering(slow)) {
      assertThat(meters.all()).hasSize(3);
    }
    assertThat(System.nanoTime() - begin).isLessThan(Duration.ofMillis(1500).toNanos());
  }

  @Test
  void silent_meterWithReasons_givesThem() throws InterruptedException {
    PowerMeter broken = new Broken(true);

    try (MeterSet meters = MeterSet.answering(List.of(broken))) {
      assertThat(meters.isEmpty()).isTrue();
      assertThat(meters.silent()).containsExactly(Map.entry(broken, "one; do this; two; three"));
      assertThat(meters.silentReasons()).isEqualTo(" (broken: one; do this; two; three)");
      assertThat(MeterAdvice.of(meters.silent()))
          .isEqualTo("no power meter reports power; broken: one; do this; two; three");
    }
    try (MeterSet meters = MeterSet.answering(List.of(new Broken(false)))) {
      assertThat(meters.silentReasons()).isEmpty();
      assertThat(MeterAdvice.of(meters.silent()))
          .isEqualTo(
              "no power meter found; install the NVIDIA driver with nvidia-smi if this machine has "
                  + "an NVIDIA GPU, or estimate the power of the processors with --meter "
                  + "estimate:65W");
    }
  }

  /** Does not answer, and says why. */
  private record Broken(boolean isInstalled) implements PowerMeter {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public List<PowerSample> read() {
      return List.of();
    }

    @Override
    public List<String> errorLog() {
      return List.of("one; do this", "two", "three", "four");
    }
  }

  /** Never answers. */
  private static final class Hanging implements PowerMeter {
    private volatile boolean closed;

    @Override
    public String name() {
      return "hanging";
    }

    @Override
    public List<PowerSample> read() {
      while (!Thread.currentThread().isInterrupted()) {
        LockSupport.park();
      }
      return List.of();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** Answers after a while. */
  private static final class Slow implements PowerMeter {
    @Override
    public String name() {
      return "slow";
    }

    @Override
    public List<PowerSample> read() {
      LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
      return List.of(new PowerSample(1, "GPU 0", 50, 40, 3, 100));
    }
  }

  /** Answers once. */
  private static final class Once implements PowerMeter {
    private final Queue<List<PowerSample>> answers =
        new ArrayDeque<>(List.of(List.of(new PowerSample(1, "GPU 0", 50, 40, 3, 100))));

    @Override
    public String name() {
      return "once";
    }

    @Override
    public List<PowerSample> read() {
      return answers.isEmpty() ? List.of() : answers.remove();
    }
  }
}
