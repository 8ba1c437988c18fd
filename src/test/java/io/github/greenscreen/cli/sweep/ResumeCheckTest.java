package io.github.greenscreen.cli.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.run.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A resumed sweep keeps its search: what differs is refused, and only -n extends it. */
final class ResumeCheckTest {
  private static final String KEEPS =
      "greenscreen: a sweep is resumed with the search that it started with; remove what differs, "
          + "or start another sweep in a folder of its own with --runs DIR\n";

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
  }

  @Test
  void resume_optionsOfAnotherSearch_areRefusedWithTheDifference() throws IOException {
    Files.writeString(cli.path("one.yaml"), "- {lr: 0.01}\n");
    assertThat(cli.study("sweep -n 2 --set batch_size=4").code()).isZero();

    refused("--epochs 3", "--epochs: found 2 in @/runs/sweep-config.yaml, given 3");
    refused("--seed 5", "--seed: found 22 in @/runs/sweep-config.yaml, given 5");
    refused(
        "--dataset cifar10", "--dataset: found shapes in @/runs/sweep-config.yaml, given cifar10");
    refused("--limit 50", "--limit: found 100 in @/runs/sweep.yaml, given 50");
    refused("--data @/images", "--data: found the cache in @/runs/sweep.yaml, given @/images");
    refused(
        "--set lr=0.01", "--set lr: found 0.01, 8.0e-4 in @/runs/sweep-config.yaml, given 0.01");
    refused(
        "--set stem=cifar", "--set stem: found imagenet in @/runs/sweep-config.yaml, given cifar");
    refused("--set batch_size=8", "--set batch_size: found 4 in @/runs/sweep.yaml, given 8");
    refused("--profile-runs 3", "--profile-runs: found none in @/runs/sweep.yaml, given 3");
    refused(
        "--try @/one.yaml", "--try: found none in @/runs/sweep.yaml, given those of @/one.yaml");
    refused(
        "--warm-start @/runs", "--warm-start: found none in @/runs/sweep.yaml, given 2 of @/runs");
  }

  private void refused(String option, String difference) {
    Outcome outcome = cli.run("sweep --resume --runs @/runs " + option);
    assertThat(outcome.err()).isEqualTo("greenscreen: " + difference + "\n" + KEEPS);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void resume_optionsOfTheSameSearch_areAccepted() throws IOException {
    Files.writeString(cli.path("one.yaml"), "- {lr: 0.01}\n");
    Files.writeString(
        cli.path("commented.yaml"), "# mine\n" + Files.readString(cli.path("config.yaml")));
    cli.run("sweep -n 1 --config @/config.yaml --limit 100 --runs @/older");
    String start = "sweep -n 1 --set batch_size=4 --set lr=0.01 --try @/one.yaml";
    Outcome begun = cli.study(start + " --warm-start @/older");
    assertThat(begun.code()).as(begun.err()).isZero();

    accepted("--epochs 2 --seed 22 --dataset shapes --limit 100");
    accepted("--set batch_size=4 --set lr=0.010 --set stem=imagenet");
    accepted("--config @/config.yaml --try @/one.yaml --warm-start @/older");
    accepted("--config @/commented.yaml -n 1");
  }

  private void accepted(String options) {
    Outcome outcome = cli.run("sweep --resume --runs @/runs " + options);
    assertThat(outcome.err()).doesNotContain("greenscreen: ");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void resume_anotherFile_namesEveryDifference() throws IOException {
    assertThat(cli.study("sweep -n 2").code()).isZero();
    Files.writeString(
        cli.path("wider.yaml"),
        """
        method: tpe
        run_cap: 50
        metric: {name: energy_Wh, goal: minimize}
        constraints: {epoch_seconds: 9}
        early_terminate: {type: median, grace: 2}
        repeats: 2
        parameters:
          batch_size: {values: [4, 32, 64, 128, 256]}
          lr:         {distribution: uniform, min: 0.1, max: 0.5}
          precision:  {value: float32}
          dataset:    {value: shapes}
          epochs:     {value: 2}
          seed:       {value: 22}
          optimizer:  {values: [Adam, SGD]}
        """);

    Outcome outcome = cli.run("sweep --resume --runs @/runs --config @/wider.yaml --limit 7");

    assertThat(outcome.err().replace(" in @/runs/sweep-config.yaml, given ", " / "))
        .isEqualTo(
            """
            greenscreen: --config: method: found random / tpe in @/wider.yaml
            greenscreen: --config: run_cap: found 3 / 50 in @/wider.yaml (to extend the sweep, pass -n N)
            greenscreen: --config: metric: found maximize val_accuracy / minimize energy_Wh in @/wider.yaml
            greenscreen: --config: constraints: found none / epoch_seconds <= 9 in @/wider.yaml
            greenscreen: --config: early_terminate: found none / median {grace=2} in @/wider.yaml
            greenscreen: --config: repeats: found 1 / 2 in @/wider.yaml
            greenscreen: --config: parameter batch_size: found 4, 32, 64, 128 / 4, 32, 64, 128, 256 in @/wider.yaml
            greenscreen: --config: parameter lr: found 0.01, 8.0e-4 / uniform, min 0.1, max 0.5 in @/wider.yaml
            greenscreen: --config: parameter model: found resnet20 / resnet50 in @/wider.yaml
            greenscreen: --config: parameter optimizer: found none / Adam, SGD in @/wider.yaml
            greenscreen: --limit: found 100 in @/runs/sweep.yaml, given 7
            """
                + KEEPS);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void resume_parametersInAnotherOrder_isADifference() throws IOException {
    assertThat(cli.study("sweep -n 2").code()).isZero();
    String text = Files.readString(cli.path("config.yaml"));
    String line = "  batch_size: {values: [4, 32, 64, 128]}\n";
    Files.writeString(cli.path("other.yaml"), text.replace(line, "") + line);

    assertThat(cli.run("sweep --resume --runs @/runs --config @/other.yaml").err())
        .startsWith(
            "greenscreen: --config: order of parameters: found batch_size, lr, precision, model, "
                + "dataset, epochs, seed in @/runs/sweep-config.yaml, given lr, precision, model, "
                + "dataset, epochs, seed, batch_size in @/other.yaml\n");
  }

  @Test
  void resume_configWithoutAKeptFile_isRefused() throws IOException {
    assertThat(cli.study("sweep -n 2").code()).isZero();
    Files.delete(cli.path("runs/sweep-config.yaml"));

    assertThat(cli.study("sweep --resume").err())
        .isEqualTo(
            "greenscreen: --config: @/runs holds no sweep-config.yaml to compare @/config.yaml "
                + "with\n"
                + KEEPS);
    assertThat(cli.run("sweep --resume --runs @/runs -n 9").err())
        .isEqualTo(
            "greenscreen: -n: @/runs holds no sweep-config.yaml, without which the sweep cannot "
                + "choose more than the 2 configurations of sweep.yaml; remove -n\n");
    assertThat(cli.run("sweep --resume --runs @/runs --epochs 2 -n 2").code()).isZero();
  }

  @Test
  void resume_n_extendsAFinishedSweep() {
    assertThat(cli.study("sweep -n 2").code()).isZero();

    Outcome outcome = cli.run("sweep --resume -n 5 --runs @/runs");

    assertThat(outcome.out()).isEqualTo("sweep: 5 of 5 runs completed, 0 stopped, 0 failed\n");
    assertThat(outcome.code()).isZero();
    assertThat(store().readAll()).hasSize(5);
    assertThat(cli.run("sweep --resume --runs @/runs").out()).startsWith("sweep: 5 of 5 runs");
  }

  @Test
  void resume_nBeyondTheSpace_saysHowMany() {
    assertThat(cli.study("sweep -n 2").code()).isZero();

    Outcome outcome = cli.run("sweep --resume -n 50 --runs @/runs");

    assertThat(outcome.out()).isEqualTo("sweep: 8 of 8 runs completed, 0 stopped, 0 failed\n");
    assertThat(outcome.err())
        .endsWith(
            "the search space is exhausted; 8 of the 50 requested configurations were tried\n");
  }

  @Test
  void resume_nBelowWhatWasChosen_isRefused() {
    assertThat(cli.study("sweep -n 3").code()).isZero();

    Outcome outcome = cli.run("sweep --resume -n 2 --runs @/runs");

    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: -n: found 2, but the sweep has chosen 3 configurations already; "
                + "expected at least 3\n");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void sweep_inAFolderWithASweep_saysThatItCanBeExtended() {
    assertThat(cli.study("sweep -n 2").code()).isZero();

    assertThat(cli.study("sweep -n 5").err())
        .endsWith(
            "greenscreen: @/runs already holds a sweep, with 2 of 2 runs ended; finish it with "
                + "--resume, extend it with --resume -n N, or choose another folder with --runs\n");
  }

  private RunStore store() {
    return new RunStore(cli.path("runs"));
  }
}
