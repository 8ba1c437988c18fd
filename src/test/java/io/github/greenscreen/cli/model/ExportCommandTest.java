package io.github.greenscreen.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.model.ModelSaving;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExportCommandTest {
  @TempDir private Path folder;

  private CliFixture cli;
  private RunsWithNetworks runs;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
    runs = new RunsWithNetworks(cli);
  }

  @ParameterizedTest
  @CsvSource({
    "torchscript, resnet20.pt",
    "safetensors, resnet20.safetensors",
    "onnx, resnet20.onnx",
  })
  void export_ofARun_writesIntoItsFolderAndPrintsThePath(String format, String file)
      throws IOException {
    runs.withNetwork("None");

    Outcome outcome = cli.run("export 1 --runs @/runs --format " + format);

    assertThat(outcome).isEqualTo(new Outcome(0, "@/runs/001/model/" + file + "\n", ""));
    assertThat(cli.path("runs/001/model/" + file)).hasContent(format + " float32 {run=001}");
  }

  @Test
  void export_toAFile_writesThere() throws IOException {
    runs.withNetwork("None");

    Outcome outcome = cli.run("export 001 --runs @/runs --format onnx --output @/net.onnx");

    assertThat(outcome).isEqualTo(new Outcome(0, "@/net.onnx\n", ""));
    assertThat(cli.path("net.onnx")).exists();
  }

  @Test
  void export_ofAQuantizedRun_isItsInt8NetworkUnlessAskedOtherwise() throws IOException {
    runs.withNetwork("pre_quantization");

    cli.run("export 1 --runs @/runs --format torchscript");
    cli.run("export 1 --runs @/runs --format onnx --unquantized");

    assertThat(cli.path("runs/001/model/resnet20-int8.pt"))
        .hasContent("torchscript int8 {run=001}");
    assertThat(cli.path("runs/001/model/resnet20.onnx")).hasContent("onnx float32 {run=001}");
  }

  @Test
  void export_ofAnInt8NetworkToOnnx_isRefused() throws IOException {
    runs.withNetwork("post_quantization");

    assertThat(cli.run("export 1 --runs @/runs --format onnx"))
        .isEqualTo(
            refusal(
                "run 001 delivers a network in int8 (internal post_quantization), which "
                    + "--format onnx cannot hold; use --format torchscript, or --unquantized for "
                    + "the network before quantisation"));
    assertThat(cli.path("runs/001/model/resnet20.onnx")).doesNotExist();
  }

  @Test
  void export_ofAnInt8NetworkThatIsMissing_isRefused() throws IOException {
    Files.delete(runs.withNetwork("post_quantization").model().quantized());

    assertThat(cli.run("export 1 --runs @/runs --format torchscript"))
        .isEqualTo(
            refusal(
                "run 001 delivers a quantised network, but @/runs/001/model/int8.pt is missing; "
                    + "train it again with: greenscreen train --from 001 --runs @/runs"));
  }

  @Test
  void unquantized_ofANetworkInFloatingPoint_isRefused() throws IOException {
    runs.withNetwork("None");

    assertThat(cli.run("export 1 --runs @/runs --format onnx --unquantized"))
        .isEqualTo(refusal("--unquantized: run 001 delivers no quantised network; remove it"));
  }

  @Test
  void export_toAFolder_isRefused() throws IOException {
    runs.withNetwork("None");

    assertThat(cli.run("export 1 --runs @/runs --format onnx --output @"))
        .isEqualTo(refusal("--output: @ is a folder; expected a file"));
  }

  @Test
  void export_ofARunThatDoesNotExist_saysWhereTheRunsAre() {
    assertThat(cli.run("export 7 --runs @/runs --format onnx"))
        .isEqualTo(refusal("no run 7 in @/runs; 'greenscreen runs --runs @/runs' lists all runs"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SINGLE | STOPPED | BEST | : it is stopped, and a run saves its network when it completes",
        "SINGLE | COMPLETED | NONE | , because of --save-models none; ",
        "SWEEP | COMPLETED | BEST | , because another run of its sweep is better "
            + "(--save-models best); ",
        "SWEEP | COMPLETED | ALL | : @/runs/001/model/network.safetensors is missing; ",
        "FINAL | COMPLETED | BEST | : @/runs/001/model/network.safetensors is missing; ",
      })
  void export_ofARunWithoutNetwork_saysWhyAndHowToGetOne(
      RunPurpose purpose, RunState state, ModelSaving saving, String reason) {
    RunFolder run = runs.create(purpose, state, saving, "None");
    if (state == RunState.COMPLETED) {
      RunsWithNetworks.log(run);
    }

    String remedy =
        state == RunState.COMPLETED
            ? " train it again with: greenscreen train --from 001 --runs @/runs"
            : "";
    assertThat(cli.run("export 1 --runs @/runs --format onnx"))
        .isEqualTo(refusal("run 001 has no trained network" + reason.strip() + remedy));
  }

  @Test
  void format_thatIsUnknown_isRefusedWithTheKnownOnes() {
    assertThat(cli.run("export 1 --runs @/runs --format tflite").err())
        .startsWith(
            "greenscreen: Invalid value for option '--format': found \"tflite\", expected one of "
                + "torchscript, safetensors, onnx\n");
  }

  private static Outcome refusal(String message) {
    return new Outcome(2, "", "greenscreen: " + message + "\n");
  }
}
