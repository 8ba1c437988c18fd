package io.github.greenscreen.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.training.engine.EngineAcceptance.Check;
import io.github.greenscreen.training.engine.EngineAcceptance.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AcceptanceRunTest {
  @Test
  void json_ofChecks_namesThemAll() {
    AcceptanceRun run = new AcceptanceRun("1.0", new PrintWriter(new StringWriter()));
    run.add(new Check(Verdict.FAILED, "memory", "12 epochs", "too much"));
    Clock clock = Clock.fixed(Instant.parse("2026-11-30T05:00:00Z"), ZoneOffset.UTC);
    assertThat(run.passed()).isFalse();
    assertThat(run.json(clock))
        .contains("\"date\": \"2026-11-30T05:00:00Z\"", "\"passed\": false")
        .containsIgnoringWhitespaces(
            """
            {"verdict": "failed", "part": "memory", "checked": "12 epochs", "found": "too much"}
            """);
  }
}
