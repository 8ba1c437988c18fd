package io.github.greenscreen.cli.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.djl.network.Architecture;
import io.github.greenscreen.djl.network.layer.ElementType;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import io.github.greenscreen.training.hyperparameter.Stem;
import io.github.greenscreen.weights.WeightFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights are checked before anything is written, and what matched is said. */
final class WeightsPreflightTest {
  private static final String REPORT =
      """
      weights @/weights.pth for resnet20: PyTorch state dict with names of torchvision
      arrays          count  names
      --------------  -----  --------------------------------------------
      loaded             95
      interpolated        0
      re-initialised      2  fc.weight, fc.bias (100 classes in the file)
      missing             0
      unexpected          0
      images: normalised by mean and deviation of the training images
      """;

  @TempDir private Path folder;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    cli = new CliFixture(folder);
    WeightFiles files = new WeightFiles();
    Architecture.of(NetworkKind.RESNET20, Stem.IMAGENET, 100).layers().stream()
        .flatMap(layer -> layer.parameters(ElementType.FLOAT32).stream())
        .forEach(spec -> files.zeros(spec.name(), spec.shape().getShape()));
    files.stateDict(cli.path("weights.pth"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "train --baseline", "sweep -n 2"})
  void weights_thatFit_areReportedAndRecorded(String command) {
    Outcome outcome = cli.study(command + " --weights @/weights.pth");
    assertThat(outcome.err()).startsWith(REPORT);
    assertThat(outcome.code()).isZero();
    assertThat(recorded("001")).isEqualTo(cli.path("weights.pth").toString());
  }

  @Test
  void weights_ofTheFile_areThose() throws IOException {
    String text = Files.readString(cli.path("config.yaml"));
    Files.writeString(
        cli.path("config.yaml"), text + "  weights: {value: %s/./weights.pth}\n".formatted(folder));
    assertThat(cli.study("train").err()).startsWith(REPORT);
    assertThat(recorded("001")).isEqualTo(cli.path("weights.pth").toString());
  }

  @Test
  void resume_ofASweep_checksItsWeightsAgain() throws IOException {
    assertThat(cli.study("sweep -n 1 --weights @/weights.pth").code()).isZero();
    Outcome other = cli.run("sweep --resume --runs @/runs --weights @/other.pth");
    assertThat(other.err())
        .startsWith(
            "greenscreen: --weights: found @/weights.pth in @/runs/sweep.yaml, given "
                + "@/other.pth\n");
    assertThat(other.code()).isEqualTo(2);
    Files.delete(cli.path("weights.pth"));
    Outcome gone = cli.run("sweep --resume -n 2 --runs @/runs");
    assertThat(gone.err())
        .isEqualTo("greenscreen: weights @/weights.pth: no such file; check the path\n");
    assertThat(gone.code()).isEqualTo(2);
  }

  @Test
  void finalRun_withWeights_beginsWithThem() throws IOException {
    assertThat(cli.study("sweep -n 2").code()).isZero();
    cli.run("analyze --runs @/runs --report @/report");
    Outcome outcome =
        cli.run("final --epochs 1 --runs @/runs --report @/report --weights @/weights.pth");
    assertThat(outcome.err()).startsWith(REPORT);
    assertThat(outcome.code()).isZero();
    assertThat(recorded("003")).isEqualTo(cli.path("weights.pth").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "sweep -n 2"})
  void weights_thatAreMissing_areRefusedBeforeAnythingIsWritten(String command) {
    assertRefused(
        cli.study(command + " --weights @/gone.pth"),
        "weights @/gone.pth: no such file; check the path");
  }

  @Test
  void weights_ofAnotherNetwork_areRefused() {
    assertRefused(
        cli.study("train --weights @/weights.pth --set model=resnet18"),
        "weights @/weights.pth: do not fit model resnet18 with the imagenet stem: conv1.weight has "
            + "the shape 16×3×3×3, expected 64×3×7×7; bn1.weight has the shape 16, expected 64; "
            + "bn1.bias has the shape 16, expected 64; and 64 more; choose the model of the weights "
            + "with --set model");
  }

  /** A combination that the search space forbids does not matter. */
  @Test
  void weights_ofANetworkThatIsForbidden_doNotMatter() throws IOException {
    String text = Files.readString(cli.path("config.yaml"));
    String several =
        text.replace("{value: resnet20}", "{values: [resnet20, resnet18]}")
            + "  weights: {values: [None, %s/weights.pth]}\n".formatted(folder);
    Files.writeString(cli.path("config.yaml"), several);
    assertThat(cli.study("sweep -n 1").err()).contains("do not fit model resnet18");
    Files.writeString(
        cli.path("config.yaml"),
        several + "forbid:\n- {model: resnet18, weights: %s/weights.pth}\n".formatted(folder));
    Outcome outcome = cli.study("sweep -n 1");
    assertThat(outcome.err()).startsWith(REPORT);
    assertThat(outcome.code()).isZero();
  }

  @Test
  void weights_withAnotherNormalisation_areRefused() {
    assertRefused(
        cli.study("train --weights @/weights.pth --set preprocessing=minmax"),
        "weights bring the normalisation of their own images, but preprocessing is minmax; set "
            + "preprocessing to None");
    assertRefused(
        cli.study("train --set freeze=backbone"),
        "freeze is backbone, but there are no pretrained weights to keep; pass --weights FILE, or "
            + "set freeze to none");
    assertThat(cli.study("train --set freeze=backbone --weights @/weights.pth").code()).isZero();
  }

  @Test
  void weights_withoutAName_areRefused() {
    assertRefused(
        cli.study("train --set weights="),
        "--set: illegal weights \"\"; expected None or a file of weights (.safetensors, .pth, "
            + ".pt)");
  }

  private String recorded(String run) {
    return new RunFolder(cli.path("runs").resolve(run)).readPlan().whole().get("weights");
  }

  private void assertRefused(Outcome outcome, String sentence) {
    assertThat(outcome.err()).isEqualTo("greenscreen: " + sentence + "\n");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(folder.resolve("runs")).doesNotExist();
  }
}
