package io.github.greenscreen.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.cli.CliFixture;
import io.github.greenscreen.cli.CliFixture.Outcome;
import io.github.greenscreen.engine.Engines;
import io.github.greenscreen.engine.FakeHost;
import io.github.greenscreen.engine.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The build of PyTorch that the user or the machine chooses reaches every training. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "libraries have other names elsewhere")
final class EngineOptionsTest {
  private static final String CUDA = "2.7.1-cu128-linux-x86_64";

  @TempDir private Path folder;
  private FakeHost host;
  private CliFixture cli;

  @BeforeEach
  void prepare() throws IOException {
    folder = folder.toRealPath();
    cli = new CliFixture(folder);
    host = new FakeHost(folder);
  }

  @Test
  void trainings_gpuWithoutItsBuild_endWithCode2BeforeAnythingIsMade() {
    host.gpu("8.0").variable("GREENSCREEN_ENGINE_MIRROR", "http://127.0.0.1:9");
    cli.with(engines());

    for (String command : new String[] {"train", "train --baseline", "sweep -n 1"}) {
      Outcome outcome = cli.study(command);

      assertThat(outcome.code()).as(command).isEqualTo(2);
      assertThat(outcome.err())
          .startsWith(
              "greenscreen: PyTorch for the GPU (NVIDIA Test) is missing: found no libtorch_cuda.so"
                  + " in @/.cache/greenscreen/engines/2.7.1-cu128-linux-x86_64 or"
                  + " @/.djl.ai/pytorch/2.7.1-cu128-linux-x86_64, and fetching it failed: ")
          .endsWith(", or train on the CPU with --device cpu\n");
      assertThat(folder.resolve("runs")).doesNotExist();
    }
    assertThat(cli.launches()).isEmpty();
  }

  @Test
  void finalRun_gpuWithoutItsBuild_makesNoRun() {
    assertThat(cli.study("sweep -n 3").code()).isZero();
    assertThat(cli.run("analyze --runs @/runs --report @/report").code()).isZero();
    host.gpu("8.0").variable("GREENSCREEN_ENGINE_MIRROR", "http://127.0.0.1:9");
    cli.with(engines());

    Outcome outcome = cli.run("final --epochs 1 --runs @/runs --report @/report");

    assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err()).contains("PyTorch for the GPU (NVIDIA Test) is missing");
    assertThat(folder.resolve("runs/004")).doesNotExist();
  }

  @Test
  void commandsThatTrainNothing_neverLookForAGpu() {
    assertThat(cli.study("sweep -n 3").code()).isZero();
    host.gpu("8.0");
    cli.with(engines());

    assertThat(cli.run("analyze --runs @/runs --report @/report").code()).isZero();
    assertThat(cli.run("runs --runs @/runs").code()).isZero();
    assertThat(cli.run("space --config @/config.yaml").code()).isZero();

    assertThat(host.looks()).isZero();
  }

  @Test
  void sweep_buildForTheGpu_isHandedToItsRuns() throws IOException {
    Path build = Folders.cuda(folder.resolve(".djl.ai/pytorch").resolve(CUDA));
    cli.with(engines());
    host.gpu("8.0");

    assertThat(cli.study("sweep -n 1").code()).isZero();

    assertThat(cli.launches().get(0)).containsExactly("--engine", build.toString());
  }

  @Test
  void sweep_engineGivenRelatively_isKeptAbsoluteForResume() throws IOException {
    Path build = Folders.cuda(folder.resolve(CUDA));
    cli.with(engines());
    Path relative = Path.of("").toAbsolutePath().relativize(build);
    host.gpu("8.0");

    assertThat(cli.study("sweep -n 1 --engine " + relative).code()).isZero();
    assertThat(cli.run("sweep --resume --runs @/runs").code()).isZero();

    assertThat(Files.readString(folder.resolve("runs/sweep.yaml")))
        .contains("  engine: " + build + "\n");
    assertThat(cli.launches()).allMatch(words -> words.contains(build.toString())).hasSize(2);
  }

  @Test
  void sweep_driverWithoutCuda_saysWhyOnceAndHandsItOn() {
    host.gpu("8.0").withoutDriver();
    cli.with(engines());

    Outcome outcome = cli.study("sweep -n 1");

    String reason =
        "libcuda.so.1 of the NVIDIA driver cannot be loaded (a container needs"
            + " NVIDIA_DRIVER_CAPABILITIES=compute,utility)";
    assertThat(outcome.err()).containsOnlyOnce("the GPU is not used: " + reason + "\n");
    assertThat(cli.launches().get(0))
        .containsExactly("--device", "cpu", "--device-because", reason);
  }

  @Test
  void sweep_deviceCpu_isKeptForResume() {
    host.gpu("8.0");
    cli.with(engines());

    Outcome outcome = cli.study("sweep -n 1 --device cpu");
    assertThat(cli.run("sweep --resume --runs @/runs").code()).isZero();

    assertThat(outcome.err()).doesNotContain("the GPU is not used");
    assertThat(cli.launches())
        .hasSize(2)
        .allSatisfy(words -> assertThat(words).containsExactly("--device", "cpu"));
  }

  @Test
  void sweep_convolutionsInIeee_areHandedOnAndKept() {
    assertThat(cli.study("sweep -n 1 --float32-convolutions ieee").code()).isZero();
    assertThat(cli.run("sweep --resume --runs @/runs").code()).isZero();
    assertThat(cli.launches())
        .hasSize(2)
        .allSatisfy(words -> assertThat(words).containsSequence("--float32-convolutions", "ieee"));
  }

  @Test
  void train_convolutionsThatAreNone_areRefused() {
    assertThat(cli.study("train --float32-convolutions fp32").err())
        .contains(
            "Invalid value for option '--float32-convolutions': found \"fp32\", expected tf32 or"
                + " ieee");
  }

  @Test
  void train_deviceThatIsNone_isRefused() {
    Outcome outcome = cli.study("train --device gpu");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("Invalid value for option '--device': found \"gpu\", expected auto or cpu");
  }

  @Test
  void info_severalBuilds_showsThemAndTheChoice() throws IOException {
    Path broken = Folders.cuda(folder.resolve(".cache/greenscreen/engines").resolve(CUDA));
    Files.delete(broken.resolve("libtorch_cuda.so"));
    Path whole = Folders.cuda(folder.resolve(".djl.ai/pytorch").resolve(CUDA));
    Files.writeString(whole.resolve("libtorch_cuda.so"), "x".repeat(2_000_000));
    host.gpu("8.0");
    cli.with(engines());

    Outcome outcome = cli.run("engine info");

    assertThat(outcome.out())
        .containsPattern("ok  cu128  2\\.7\\.1 +2\\.0 MB  @/\\.djl\\.ai/pytorch/" + CUDA + "\n")
        .containsPattern("!!  cu128  2\\.7\\.1 +0\\.0 MB  @/\\.cache/greenscreen/engines/" + CUDA)
        .endsWith(
            """

            @/.cache/greenscreen/engines/2.7.1-cu128-linux-x86_64: it is incomplete: libtorch_cuda.so is missing or has the wrong size; fetch it again
            train, sweep and final would use PyTorch 2.7.1 for CUDA 12.8 in @/.djl.ai/pytorch/2.7.1-cu128-linux-x86_64: it is for the GPU and installed
            """);
    assertThat(cli.run("engine").out()).isEqualTo(outcome.out());
  }

  @Test
  void info_buildForTheGpuIsMissing_saysWhereItWouldBeFetched() {
    host.gpu("8.0");
    cli.with(engines());

    assertThat(cli.run("engine info").out())
        .endsWith(
            "\ntrain, sweep and final would fetch PyTorch 2.7.1 for CUDA 12.8 into "
                + "@/.cache/greenscreen/engines/2.7.1-cu128-linux-x86_64: this machine has a "
                + "GPU, and no build for it is installed\n");
  }

  @Test
  void info_folderThatIsNone_showsTheRestAll() {
    cli.with(engines());

    Outcome outcome = cli.run("engine info --engine @");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("\ntrain, sweep and final would fail: --engine: neither @ nor its");
  }

  @Test
  void fetch_noNetwork_saysSo() {
    host.variable("GREENSCREEN_ENGINE_MIRROR", "http://127.0.0.1:9");
    cli.with(engines());

    Outcome outcome = cli.run("engine fetch --flavor cpu --to @/new");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "greenscreen: http://127.0.0.1:9/files.txt: the download was interrupted after "
                + "0 bytes (no connection to 127.0.0.1)\n");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void doctor_buildForTheGpuIsMissing_saysSoAndFetchesNothing() {
    host.gpu("8.0").variable("GREENSCREEN_ENGINE_MIRROR", "http://127.0.0.1:9");
    cli.with(engines());

    Outcome outcome = cli.run("doctor");

    assertThat(outcome.out())
        .contains("PyTorch for the GPU is not installed; the first training fetches it\n")
        .contains("  engine: PyTorch for the GPU (NVIDIA Test) is missing: found no");
    assertThat(outcome.err()).doesNotContain("127.0.0.1");
  }

  private Engines engines() {
    return new Engines(host.host());
  }
}
