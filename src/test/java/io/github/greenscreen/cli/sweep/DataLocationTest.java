package io.github.greenscreen.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a sweep on a CPU keeps its images. */
final class DataLocationTest {
  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void sweep_onACpu_leavesOutTheHost() throws IOException {
    configure("data_location: {values: [device, host]}", "pin_memory: {values: [false, true]}");

    Outcome outcome = cli.run("sweep --config @/host.yaml -n 4 --runs @/runs");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.err())
        .contains("data_location host is left out, because the runs train on the CPU\n");
    assertThat(new RunStore(cli.path("runs")).readAll())
        .extracting(
            run -> run.plan().configuration().get("data_location"),
            run -> run.plan().configuration().get("pin_memory"))
        .containsExactly(tuple("device", "false"));
    assertThat(cli.run("sweep --resume --runs @/runs").code()).isZero();
  }

  @Test
  void sweep_onACpuWithTheHostOnly_isRefused() throws IOException {
    configure("data_location: {value: host}", "pin_memory: {value: true}");

    Outcome outcome = cli.run("sweep --config @/host.yaml -n 4 --runs @/runs");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains(
            "data_location host copies images to a GPU, but the runs train on the CPU; set"
                + " data_location to device");
    assertThat(cli.path("runs")).doesNotExist();
  }

  private void configure(String... parameters) throws IOException {
    Files.writeString(
        folder.resolve("host.yaml"),
        "method: grid\nparameters:\n  dataset: {value: shapes}\n  epochs: {value: 1}\n  "
            + String.join("\n  ", parameters)
            + "\n");
  }
}
