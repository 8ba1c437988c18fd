package io.github.greenscreen.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.training.engine.EngineAcceptance.Check;
import io.github.greenscreen.training.engine.EngineAcceptance.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceRunTest {
  @TempDir private Path folder;

  @Test
  void doctorAccept_noneFailed_returns0AndWritesTheFile() throws IOException {
    Outcome outcome = new CliFixture(folder).run("doctor --accept=@/a.json");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).contains("ok losses, float32: off by 0\n");
    assertThat(outcome.out())
        .contains("ok  losses        float32           off by 0\n")
        .contains("--  several GPUs  each              no GPU\n")
        .endsWith("\n1 passed, 0 failed, 2 skipped; see @/a.json\n");
    assertThat(folder.resolve("a.json")).content().contains("\"passed\": true");
    assertThat(Files.readString(folder.resolve("a.json"))).endsWith("}\n");
  }

  @Test
  void json_ofChecks_namesThemAll() {
    AcceptanceRun run = new AcceptanceRun(new PrintWriter(new StringWriter()));
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "doctor --accept --precision | --accept and --precision are mutually exclusive; "
            + "remove one of them",
        "doctor --accept --estimate | --accept and --estimate are mutually exclusive; "
            + "remove one of them",
        "doctor --accept --meter rapl | --meter applies to the machine check only; remove "
            + "it, or remove --precision, --estimate and --accept",
        "doctor --accept --format json | --format applies to the machine check only; "
            + "remove it, or remove --precision, --estimate and --accept",
      })
  void doctorAccept_withAnotherTask_isRefused(String command, String reason) throws IOException {
    Outcome outcome = new CliFixture(folder).run(command);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains(reason);
  }
}
