package io.github.greenscreen.run.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.run.model.RunLimits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LimitFieldsTest {
  @Test
  void format_everyLimit_isReadAgain() {
    RunLimits limits =
        new RunLimits(OptionalDouble.of(250.5), OptionalDouble.of(3600), true, "2 runs share it");
    assertThat(LimitFields.format(limits).toString())
        .isEqualTo(
            "{max_power_W=250.5, max_run_time_s=3600, on_nan=continue, power_shared=2 runs share it}");
    assertThat(readAgain(limits)).isEqualTo(limits);
  }

  @Test
  void format_constraintsAndProfile_areReadAgain() {
    RunLimits limits = RunLimits.NONE.under(Map.of("power_W", 250.5));
    assertThat(LimitFields.format(limits).toString()).isEqualTo("{constraint_power_W=250.5}");
    assertThat(readAgain(limits)).isEqualTo(limits);
    RunLimits profiling = limits.profiling(10);
    assertThat(LimitFields.format(profiling).toString()).isEqualTo("{profile_s=10}");
    assertThat(readAgain(profiling)).isEqualTo(profiling);
  }

  @Test
  void take_otherEntries_remain() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("host", "oak");
    entries.put("on_nan", "continue");
    entries.put("max_power_W", "a lot");

    RunLimits limits = LimitFields.take(entries);

    assertThat(limits.continuesOnNan()).isTrue();
    assertThat(limits.maxPowerW()).isEmpty();
    assertThat(entries.toString()).isEqualTo("{host=oak}");
  }

  @Test
  void take_nothing_isNoLimit() {
    assertThat(LimitFields.format(RunLimits.NONE)).isEmpty();
    assertThat(LimitFields.take(new LinkedHashMap<>())).isEqualTo(RunLimits.NONE);
  }

  private static RunLimits readAgain(RunLimits limits) {
    return LimitFields.take(new LinkedHashMap<>(LimitFields.format(limits)));
  }
}
