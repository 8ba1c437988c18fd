package io.github.greenscreen.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.PowerMeter;
import io.github.greenscreen.power.PowerSample;
import io.github.greenscreen.training.engine.EngineAcceptance.Check;
import io.github.greenscreen.training.engine.EngineAcceptance.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptanceMetersTest {
  private static final Duration PERIOD = Duration.ofMillis(20);

  /** A GPU that takes {@code watts}, and whose counter counts {@code share} of that. */
  private record Steady(String name, double watts, double share) implements PowerMeter {
    @Override
    public List<PowerSample> read() {
      long now = System.currentTimeMillis();
      double joules = share * watts * (now % 1_000_000) / 1000;
      return List.of(
          new PowerSample(now, "GPU 0", watts, Double.NaN, Double.NaN, Double.NaN, joules));
    }
  }

  @Test
  void checks_ofNoMeter_areSkipped() throws InterruptedException {
    assertThat(checks(List.of()))
        .containsExactly(
            new Check(
                Verdict.SKIPPED,
                "meters",
                "power and energy",
                "no power meter found; run 'greenscreen doctor' for details"));
  }

  @Test
  void checks_ofMetersThatAgree_pass() throws InterruptedException {
    List<Check> checks =
        checks(List.of(new Steady("nvml", 101, 1), new Steady("nvidia-smi", 100, 1)));
    assertThat(checks).hasSize(5).allMatch(check -> check.verdict() == Verdict.PASSED);
    assertThat(checks.get(0).found()).startsWith("101.0 W idle, 101.0 W on average in ");
    assertThat(checks.get(1).subject()).isEqualTo("nvml, counter of GPU 0");
    assertThat(checks.get(4).found())
        .isEqualTo("101.0 W and 100.0 W: ratio 1.010, 0.95 to 1.05 allowed");
  }

  @Test
  void checks_ofMetersOrCountersThatDiffer_fail() throws InterruptedException {
    List<Check> checks =
        checks(List.of(new Steady("nvml", 110, 0.5), new Steady("nvidia-smi", 100, 1)));
    assertThat(checks)
        .filteredOn(check -> check.verdict() == Verdict.FAILED)
        .extracting(Check::subject)
        .containsExactly("nvml, counter of GPU 0", "nvml against nvidia-smi");
  }

  @Test
  void checks_ofOneMeter_skipTheComparison() throws InterruptedException {
    assertThat(checks(List.of(new Steady("rapl", 40, 1))))
        .last()
        .isEqualTo(
            new Check(
                Verdict.SKIPPED,
                "meters",
                "nvml against nvidia-smi",
                "not both of these meters are available"));
  }

  private static List<Check> checks(List<PowerMeter> open) throws InterruptedException {
    try (AcceptanceMeters meters = new AcceptanceMeters(open, PERIOD)) {
      meters.idle(Duration.ofMillis(300));
      Thread.sleep(open.isEmpty() ? 0 : 600);
      meters.worked();
      Thread.sleep(open.isEmpty() ? 0 : 100);
      return meters.checks();
    }
  }
}
