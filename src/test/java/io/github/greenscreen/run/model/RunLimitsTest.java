package io.github.greenscreen.run.model;

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
  void of_constraints_areTheSame() {
    RunLimits limits = RunLimits.NONE.under(Map.of("power_W", 250.5));
    assertThat(limits.toFacts().toString()).isEqualTo("{constraint_power_W=250.5}");
    assertThat(RunLimits.of(status(limits.toFacts()))).isEqualTo(limits);
    assertThat(limits.most("power_W")).hasValue(250.5);
    assertThat(limits.most("energy_Wh")).isEmpty();
    assertThat(limits.sharing("x").constraints()).isEqualTo(limits.constraints());
  }

  @Test
  void of_profiling_isTheSameWithoutConstraints() {
    RunLimits limits = RunLimits.NONE.under(Map.of("power_W", 250.5)).profiling(10);
    assertThat(limits.toFacts().toString()).isEqualTo("{profile_s=10}");
    assertThat(RunLimits.of(status(limits.toFacts()))).isEqualTo(limits);
  }

  @Test
  void of_nothing_isNoLimit() {
    assertThat(RunLimits.NONE.toFacts()).isEmpty();
    assertThat(RunLimits.of(status(Map.of()))).isEqualTo(RunLimits.NONE);
  }

  private static RunStatus status(Map<String, String> facts) {
    return RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty())
        .withFacts(facts, Map.of(), Map.of());
  }
}
