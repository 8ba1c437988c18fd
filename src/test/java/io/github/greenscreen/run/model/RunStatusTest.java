package io.github.greenscreen.run.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RunStatusTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  @Test
  void ended_clockWasSetBack_isNotBeforeTheBeginning() {
    RunStatus begun =
        RunStatus.waiting(RunPurpose.SWEEP, "", OptionalInt.empty())
            .begun(NOON, RunEnvironment.NONE);
    assertThat(begun.ended(NOON.plusSeconds(5), RunState.COMPLETED, "").ended())
        .contains(NOON.plusSeconds(5));
    assertThat(begun.ended(NOON.minusSeconds(3600), RunState.COMPLETED, "").ended()).contains(NOON);
  }
}
