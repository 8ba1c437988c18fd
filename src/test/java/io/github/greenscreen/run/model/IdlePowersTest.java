package io.github.greenscreen.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class IdlePowersTest {
  @Test
  void of_facts_isWhatTheyWereMadeOf() {
    IdlePowers both = new IdlePowers(45.25, 68.5);
    assertThat(both.toFacts())
        .containsExactly(
            Map.entry("idle_power_W", "45.25"), Map.entry("idle_context_power_W", "68.5"));
    assertThat(IdlePowers.of(status(both.toFacts()))).hasValue(both);
    IdlePowers one = new IdlePowers(45.25);
    assertThat(one.toFacts()).containsExactly(Map.entry("idle_power_W", "45.25"));
    assertThat(IdlePowers.of(status(one.toFacts()))).hasValue(one);
    assertThat(IdlePowers.of(status(Map.of()))).isEmpty();
  }

  @Test
  void after_earlierPowers_keepsWhatOnlyTheseKnow() {
    IdlePowers earlier = new IdlePowers(45, 68);
    assertThat(new IdlePowers(44).after(earlier)).isEqualTo(new IdlePowers(44, 68));
    assertThat(new IdlePowers(44, 67).after(earlier)).isEqualTo(new IdlePowers(44, 67));
  }

  private static RunStatus status(Map<String, String> facts) {
    return RunStatus.waiting(RunPurpose.SINGLE, "shapes", OptionalInt.empty())
        .withFacts(facts, Map.of(), Map.of());
  }
}
