package io.github.greenscreen.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareCommandTest {
  private static final String HEADER =
      "epoch,time,loss,accuracy,val_loss,val_accuracy,gpu_power_W,gpu_temp_C,gpu_util_%,"
          + "epoch_seconds,energy_Wh\n";

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
    write("001", "resnet20", "none", "None", "0.80", 120, 4, "0.000000", "1080000", "1000000");
    write("002", "resnet20", "constant", "None", "0.79", 150, 5, "0.600000", "1080000", "500000");
    write("003", "resnet44", "none", "None", "0.82", 240, 8, "0.000000", "2640000", "2400000");
    write(
        "004",
        "resnet44",
        "none",
        "post_quantization",
        "0.81",
        300,
        10,
        "0.000000",
        "2640000",
        "2400000");
  }

  /** Run 004 delivers integers: 2,400,000 bytes ÷ 300,000 are 8. */
  @Test
  void compare_allRuns_relatesEachToTheFirstOfItsNetwork() {
    assertThat(cli.run("compare --runs @/runs").out())
        .isEqualTo(
            """
            run  model, pruning_schedule, internal  accuracy %      F1  test %  sparsity %    bytes     gzip    int8  int8+gzip  smaller  seconds  faster  energy Wh  cheaper
            ---  ---------------------------------  ----------  ------  ------  ----------  -------  -------  ------  ---------  -------  -------  ------  ---------  -------
            001  resnet20, none, None                    80.00  0.7000   75.00        0.00  1080000  1000000  400000     300000        1      120       1          4        1
            002  resnet20, constant, None                79.00  0.7000   75.00       60.00  1080000   500000  400000     300000        2      150  0.8000          5   0.8000
            003  resnet44, none, None                    82.00  0.7000   75.00        0.00  2640000  2400000  400000     300000        1      240       1          8        1
            004  resnet44, none, post_quantization       81.00  0.7000   75.00        0.00  2640000  2400000  400000     300000        8      300  0.8000         10   0.8000
            """);
  }

  @Test
  void compare_namedRuns_takesTheirOrder() {
    String json = cli.run("compare 2 1 --runs @/runs --format json").out();
    assertThat(json)
        .startsWith("[{\"run\":\"002\",\"parameters\":\"constant\",\"accuracy\":0.79,")
        .contains("\"float32_gzip_bytes\":500000,")
        .contains("\"run\":\"001\",\"parameters\":\"none\",\"accuracy\":0.8,")
        .contains("\"times_smaller\":0.5,\"seconds\":120,\"times_faster\":1.25,")
        .contains("\"energy_Wh\":4,\"times_cheaper\":1.25}");
  }

  /** The other parameters of these runs follow from their model. */
  @Test
  void compare_runsOfTwoNetworks_namesOnlyWhatTellsThemApart() {
    assertThat(cli.run("compare 2 4 --runs @/runs").out())
        .startsWith("run  model     accuracy %  ")
        .contains("\n002  resnet20       79.00  ", "\n004  resnet44       81.00  ");
  }

  @Test
  void compare_theSameRunTwice_isRefused() {
    Outcome result = cli.run("compare 2 1 002 --runs @/runs");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("run 002 is named twice; name it once");
  }

  @Test
  void compare_aRunThatFailed_isRefused() throws IOException {
    Files.writeString(
        folder.resolve("runs/002/status.yaml"), "state: failed\nwhy: out of memory\n");
    Outcome result = cli.run("compare 1 2 --runs @/runs");
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("run 002 is failed; only completed runs can be compared");
    assertThat(cli.run("compare --runs @/runs").out()).doesNotContain("002");
  }

  @Test
  void compare_anUnknownRun_isRefused() {
    assertThat(cli.run("compare 7 --runs @/runs").err()).contains("no run 7 in ");
  }

  private void write(
      String name,
      String model,
      String pruning,
      String internal,
      String accuracy,
      int seconds,
      int energy,
      String sparsity,
      String bytes,
      String gzip)
      throws IOException {
    Path run = Files.createDirectories(folder.resolve("runs").resolve(name));
    Files.writeString(
        run.resolve("parameters.yaml"),
        "model: %s\npruning_schedule: %s\ninternal: %s\nseed : 22\nn_parameters: 100\ntest_accuracy: 0.75\ntest_f1: 0.74\n"
            .formatted(model, pruning, internal));
    Files.writeString(
        run.resolve("logs.csv"),
        HEADER
            + "0,2023-03-01 12:00:00,1.5,0.5,1.5,%s,120,50,0,%s,%s\n"
                .formatted(accuracy, seconds, energy)
            + "post,2023-03-01 12:30:00,0,0,0,0,100.00,50,0,N/A,N/A\n");
    Files.writeString(
        run.resolve("status.yaml"),
        """
        state: completed
        purpose: sweep
        val_f1: 0.7
        weight_sparsity: %s
        float32_bytes: %s
        float32_gzip_bytes: %s
        int8_bytes: 400000
        int8_gzip_bytes: 300000
        """
            .formatted(sparsity, bytes, gzip));
  }
}
