package io.github.greenscreen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "libraries have other names elsewhere")
final class BuildReaderTest {
  @TempDir private Path temporary;

  @ParameterizedTest
  @CsvSource({
    "2.7.1+cu128, '''12.8''', cu128, 12.8",
    "2.7.1+cu126, '''12.6''', cu126, 12.6",
    "2.7.1, '''12.6''', cu126, 12.6"
  })
  void read_pipForCuda_knowsVersionAndCuda(String version, String cuda, String name, String number)
      throws IOException {
    Path lib = Folders.cuda(temporary.resolve("torch/lib"));
    Path torch = Folders.pip(temporary.resolve("torch"), version, cuda);

    for (Path folder : List.of(torch, lib)) {
      Build build = reader(Map.of()).read(folder, "--engine");
      assertThat(build.folder()).isEqualTo(lib.toAbsolutePath());
      assertThat(build.version()).isEqualTo("2.7.1");
      assertThat(build.name()).isEqualTo(name);
      assertThat(build.flavor()).isEqualTo(Flavor.CU128);
      assertThat(build.cuda()).contains(number);
    }
  }

  @Test
  void read_pipForCpu_isTheCpuBuild() throws IOException {
    Folders.cpu(temporary.resolve("torch/lib"));
    Path torch = Folders.pip(temporary.resolve("torch"), "2.7.1+cpu", "None");

    Build build = reader(Map.of()).read(torch, "--engine");

    assertThat(build.flavor()).isEqualTo(Flavor.CPU);
    assertThat(build.cuda()).isEmpty();
  }

  @Test
  void read_pipOfAnotherVersion_saysWhatWasFound() throws IOException {
    Path lib = Folders.cuda(temporary.resolve("torch/lib"));
    Path torch = Folders.pip(temporary.resolve("torch"), "2.8.0+cu128", "'12.8'");

    refuses(
        torch,
        "--engine: %s cannot be used: it is PyTorch 2.8.0, expected 2.7.1, the version "
            + "that DJL supports",
        lib);
  }

  @ParameterizedTest
  @CsvSource({"2.7.1+cu118, '''11.8''', cu118", "2.7.1+rocm6.3, None, rocm6.3"})
  void read_pipForSomethingElse_isRefused(String version, String cuda, String name)
      throws IOException {
    Path lib = Folders.cuda(temporary.resolve("torch/lib"));
    Path torch = Folders.pip(temporary.resolve("torch"), version, cuda);

    refuses(
        torch,
        "--engine: %s cannot be used: it is built for " + name + ", expected CPU or CUDA 12",
        lib);
  }

  @Test
  void read_djlFolder_goesByItsName() throws IOException {
    Path folder = Folders.cuda(temporary.resolve("2.7.1-cu128-linux-x86_64"));

    Build build = reader(Map.of()).read(folder, "--engine");

    assertThat(build.name()).isEqualTo("cu128");
    assertThat(build.problem()).isEmpty();
  }

  @Test
  void read_djlCache_takesTheBuildForGpusFirst() throws IOException {
    Path pytorch = temporary.resolve("djl/pytorch");
    Folders.cpu(pytorch.resolve("2.7.1-20250812-cpu-linux-x86_64"));
    Path cuda = Folders.cuda(pytorch.resolve("2.7.1-cu128-linux-x86_64"));

    assertThat(reader(Map.of()).read(pytorch, "--engine").folder()).isEqualTo(cuda);
    assertThat(reader(Map.of()).read(temporary.resolve("djl"), "--engine").folder())
        .isEqualTo(cuda);
  }

  @Test
  void read_djlCacheOfAnotherVersionBesideTheRightOne_takesTheRightOne() throws IOException {
    Folders.cuda(temporary.resolve("2.9.0-cu129-linux-x86_64"));
    Path right = Folders.cpu(temporary.resolve("2.7.1-cpu-linux-x86_64"));

    assertThat(reader(Map.of()).read(temporary, "--engine").folder()).isEqualTo(right);
  }

  @Test
  void read_folderOfTheInterfaceAlone_isNoBuild() throws IOException {
    Path folder = temporary.resolve("2.7.1-cu128-linux-x86_64");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("0.35.1-libdjl_torch.so"), "");

    assertThat(reader(Map.of()).children(temporary)).isEmpty();
  }

  @Test
  void read_libtorchArchive_goesByItsBuildVersion() throws IOException {
    Folders.cuda(temporary.resolve("libtorch/lib"));
    Files.writeString(temporary.resolve("libtorch/build-version"), "2.7.1+cu128\n");

    assertThat(reader(Map.of()).read(temporary.resolve("libtorch"), "--engine").name())
        .isEqualTo("cu128");
  }

  @Test
  void read_folderThatTellsNothing_wantsTheVersion() throws IOException {
    Path folder = Folders.cpu(temporary.resolve("libs"));

    refuses(
        folder,
        "--engine: %s cannot be used: its version is unknown; if it is PyTorch 2.7.1, set "
            + "PYTORCH_VERSION=2.7.1",
        folder);
    assertThat(reader(Map.of("PYTORCH_VERSION", "2.7.1")).read(folder, "--engine").flavor())
        .isEqualTo(Flavor.CPU);
    assertThat(reader(Map.of()).trusting().read(folder, "PYTORCH_LIBRARY_PATH").flavor())
        .isEqualTo(Flavor.CPU);
  }

  @Test
  void read_libraryMissing_namesIt() throws IOException {
    Path folder = Folders.cuda(temporary.resolve("2.7.1-cu128-linux-x86_64"));
    Files.delete(folder.resolve("libtorch_cuda.so"));

    refuses(
        folder,
        "--engine: %s cannot be used: it is incomplete: libtorch_cuda.so is missing or has "
            + "the wrong size; fetch it again",
        folder);
  }

  @Test
  void read_fetchedFolder_goesByItsManifest() throws IOException {
    Path folder = Folders.cuda(temporary.resolve("torch"));
    Manifest.of(folder, Flavor.CU128, List.of("libtorch.so", "libc10.so")).write(folder);
    assertThat(reader(Map.of()).read(folder, "--engine").name()).isEqualTo("cu128");

    Files.writeString(folder.resolve("libc10.so"), "longer");

    refuses(
        folder,
        "--engine: %s cannot be used: it is incomplete: libc10.so is missing or has the "
            + "wrong size; fetch it again",
        folder);
  }

  @Test
  void read_emptyFolder_saysWhatIsExpected() {
    refuses(
        temporary,
        "--engine: neither %s nor its lib folder contains libtorch.so; expected a folder "
            + "from 'greenscreen engine fetch', DJL's cache folder, or the lib folder of a "
            + "pip-installed torch 2.7.1",
        temporary);
  }

  private void refuses(Path folder, String sentence, Path named) {
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> reader(Map.of()).read(folder, "--engine"))
        .withMessage(sentence.formatted(named));
  }

  private static BuildReader reader(Map<String, String> environment) {
    return new BuildReader(new EngineVariables(environment, new Properties()));
  }
}
