package io.github.greenscreen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep says what it does not follow instead of passing it over. */
final class UnfollowedTest {
  private static final String SPACE = "parameters: {lr: {values: [0.1, 0.01]}}\n";

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new Cli(folder);
  }

  @Test
  void sweep_everythingThatIsNotFollowed_isRefusedKeyByKey() throws IOException {
    Outcome outcome =
        sweep(
            """
            metric: {name: val_accuracy, goal: maximize, target: 0.9}
            early_terminate: {type: hyperband, min_iter: 3}
            constraints: {power_W: 250}
            repeats: 3
            """);

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("early_terminate is not followed by sweeps yet")
        .contains("constraints are not followed by sweeps yet")
        .contains("target of metric is not followed by sweeps yet")
        .contains("repeats are not followed by sweeps yet");
    assertThat(folder.resolve("runs").resolve("sweep.yaml")).doesNotExist();
  }

  @Test
  void sweep_severalObjectives_isRefused() throws IOException {
    Outcome outcome =
        sweep(
            """
            objectives:
              - {name: val_accuracy, goal: maximize}
              - {name: energy_Wh, goal: minimize}
            """);

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("several objectives are not followed by sweeps yet");
  }

  private Outcome sweep(String keys) throws IOException {
    Path file = folder.resolve("asking.yaml");
    Files.writeString(file, keys + SPACE);
    return cli.run("sweep -n 1 --dataset shapes --runs @/runs --config " + file);
  }
}
