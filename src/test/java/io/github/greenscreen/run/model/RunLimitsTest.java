package io.github.greenscreen.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RunLimitsTest {
  private static final RunLimits CONSTRAINED = RunLimits.NONE.under(Map.of("power_W", 250.5));

  @Test
  void most_isTheBoundOfTheMetric() {
    assertThat(CONSTRAINED.most("power_W")).hasValue(250.5);
    assertThat(CONSTRAINED.most("energy_Wh")).isEmpty();
    assertThat(CONSTRAINED.sharing("x").constraints()).isEqualTo(CONSTRAINED.constraints());
  }

  @Test
  void profiling_hasNoConstraints() {
    RunLimits limits = CONSTRAINED.profiling(10);
    assertThat(limits.profileSeconds()).hasValue(10);
    assertThat(limits.constraints()).isEmpty();
  }
}
