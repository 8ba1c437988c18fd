package io.github.greenscreen.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunLimitsTest {
  @Test
  void of_whatToFactsSaid_isTheSame() {
    RunLimits limits =
        new RunLimits(OptionalDouble.of(250.5), OptionalDouble.of(3600), true, "2 runs share it");
    assertThat(limits.toFacts().toString())
        .isEqualTo(
            "{max_power_W=250.5, max_run_time_s=3600, on_nan=continue, power_shared=2 runs share it}");
    assertThat(RunLimits.of(status(limits.toFacts()))).isEqualTo(limits);
  }

  @Test
  void of_nothing_isNoLimit() {
    assertThat(RunLimits.NONE.toFacts()).isEmpty();
    assertThat(RunLimits.of(status(Map.of()))).isEqualTo(RunLimits.NONE);
  }

  private static RunStatus status(Map<String, String> facts) {
    return RunStatus.waiting(Purpose.SWEEP, "", OptionalInt.empty())
        .knowing(facts, Map.of(), Map.of());
  }
}
