package io.github.greenscreen.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.power.meter.NullMeter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
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
