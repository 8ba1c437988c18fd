package io.github.greenscreen.training.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerSample;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingRoundsTest {
  private static final double NONE = Double.NaN;

  @Test
  void of_oneSampleOfEveryDevice_isOneRound() {
    PowerSample gpu = sample("GPU 0", 1);
    PowerSample cpu = sample("CPU 0", 1);

    assertThat(ReadingRounds.of(List.of(gpu, cpu))).containsExactly(List.of(gpu, cpu));
  }

  @Test
  void of_severalSamplesOfADevice_areRoundsInTheOrderOfTime() {
    PowerSample first = sample("GPU 0", 1);
    PowerSample second = sample("GPU 0", 2);

    assertThat(ReadingRounds.of(List.of(second, first)))
        .containsExactly(List.of(first), List.of(second));
  }

  @Test
  void of_deviceWithFewerSamples_repeatsItsLast() {
    PowerSample first = sample("GPU 0", 1);
    PowerSample second = sample("GPU 0", 2);
    PowerSample cpu = sample("CPU 0", 1);

    assertThat(ReadingRounds.of(List.of(first, second, cpu)))
        .containsExactly(List.of(first, cpu), List.of(second, cpu));
  }

  @Test
  void of_nothing_isNoRound() {
    assertThat(ReadingRounds.of(List.of())).isEmpty();
  }

  private static PowerSample sample(String device, int second) {
    return new PowerSample(second * 1000L, device, 100, NONE, NONE, NONE);
  }
}
