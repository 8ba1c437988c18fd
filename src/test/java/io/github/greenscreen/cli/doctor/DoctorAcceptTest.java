package io.github.greenscreen.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code doctor --accept}. */
class DoctorAcceptTest {
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
