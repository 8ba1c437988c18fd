package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program where the driver shows a GPU and there is no network. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "CUDA is for Linux only")
final class EngineIT {
  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void showGpu() throws IOException, InterruptedException {
    Path tools = folder.resolve("tools");
    Shell.script(
        tools.resolve("nvidia-smi"),
        "case \"$*\" in",
        "*compute_cap*) echo 'GPU-1, 8.0' ;;",
        "*--query-gpu=index,name*) echo '0, NVIDIA Test, GPU-1, 570.00' ;;",
        "*) exit 2 ;;",
        "esac");
    environment.put("PATH", tools + ":" + System.getenv("PATH"));
    environment.putAll(Distribution.environment());
    environment.remove("CUDA_VISIBLE_DEVICES");
    environment.put("GREENSCREEN_CACHE", folder.resolve("cache").toString());
    environment.put("GREENSCREEN_ENGINE_MIRROR", "http://127.0.0.1:9");
    environment.put("LD_LIBRARY_PATH", driver());
  }

  @Test
  void train_noBuildForTheGpuAndNoNetwork_saysSoAndMakesNothing() throws Exception {
    environment.put("DJL_CACHE_DIR", folder.resolve("djl").toString());

    for (String command : List.of("train", "sweep")) {
      Outcome outcome = run(command);

      assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
      assertThat(outcome.err())
          .isEqualTo(
              "greenscreen: PyTorch for the GPU (NVIDIA Test) is missing: found no libtorch_cuda.so"
                  + " in "
                  + folder
                  + "/cache/engines/2.7.1-cu128-linux-x86_64 or "
                  + folder
                  + "/djl/pytorch/2.7.1-cu128-linux-x86_64, and fetching it failed:"
                  + " http://127.0.0.1:9/files.txt: the download was interrupted after 0 bytes (no"
                  + " connection to 127.0.0.1); run 'greenscreen engine fetch --flavor cu128 --to"
                  + " DIR' on a machine with a network and select DIR with --engine or"
                  + " GREENSCREEN_ENGINE, select the lib folder of a pip-installed torch 2.7.1 in"
                  + " the same way, or train on the CPU with --device cpu\n");
      assertThat(folder.resolve("runs")).doesNotExist();
    }
  }

  @Test
  void train_deviceCpu_trainsWithTheDistributionsBuild() throws Exception {
    environment.put("GREENSCREEN_ENGINE", "/no/such/folder");
    environment.put("PYTORCH_LIBRARY_PATH", "/no/such/folder");

    Outcome outcome = run("train", "--device", "cpu");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(StatusEntries.of(status()))
        .containsEntry("pytorch", "2.7.1")
        .containsEntry(
            "gpu_unused",
            "the driver reports NVIDIA Test (driver 570.00), but --device cpu was given, "
                + "so the run trains on the CPU");
  }

  @Test
  void trainings_librariesAsPipLaysThemOut_trainWithThem() throws Exception {
    Path lib = pip();
    environment.put("GREENSCREEN_ENGINE", lib.getParent().toString());

    Outcome train = run("train");
    assertThat(train.code()).as(train.err()).isZero();
    assertThat(status().state()).isEqualTo(RunState.COMPLETED);
    assertThat(StatusEntries.of(status()).get("gpu_unused"))
        .contains("but the PyTorch in " + lib + " is for the CPU, so");
    Outcome sweep = run("sweep", "-n", "1");
    assertThat(sweep.code()).as(sweep.err()).isZero();

    environment.remove("GREENSCREEN_ENGINE");
    environment.put("PYTORCH_LIBRARY_PATH", lib.toString());
    Outcome path = run("train");
    assertThat(path.code()).as(path.err()).isZero();
  }

  @Test
  void train_libraryThatNeedsAnotherPackage_isNotLoaded() throws Exception {
    Path lib = pip();
    Files.writeString(lib.resolve("libcufile_rdma-5257f22c.so.1"), "no library");

    Outcome outcome = run("train", "--engine", lib.toString());

    assertThat(outcome.code()).as(outcome.err()).isZero();
  }

  @Test
  void train_brokenLibrary_tellsWhichAndWhy() throws Exception {
    Path lib = pip();
    Files.delete(lib.resolve("libc10.so"));
    Files.writeString(lib.resolve("libc10.so"), "no library");

    Outcome outcome = run("train", "--engine", lib.toString());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("the native libraries of PyTorch cannot be loaded from " + lib + ": ")
        .contains("libc10.so");
  }

  private RunStatus status() {
    return new RunStore(folder.resolve("runs")).find("001").orElseThrow().readStatus();
  }

  private Outcome run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Distribution.program().toString());
    command.addAll(List.of(words));
    command.addAll(
        List.of("--dataset=shapes", "--limit=100", "--epochs=1", "--idle=0", "--meter=none"));
    command.addAll(
        List.of("--set=model=resnet20", "--set=precision=float32", "--set=batch_size=32"));
    return Shell.run(folder, environment, command);
  }

  /** Compile a library that can be loaded as the driver's and return its folder. */
  private String driver() throws IOException, InterruptedException {
    Path source =
        Files.writeString(folder.resolve("cuda.c"), "int cuInit(unsigned f){return 100;}");
    Path library = Files.createDirectories(folder.resolve("driver")).resolve("libcuda.so.1");
    List<String> command =
        List.of("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString());
    boolean compiled;
    try {
      compiled = new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      compiled = false;
    }
    assumeTrue(compiled, "no C compiler cc on the PATH");
    return library.getParent().toString();
  }

  /** Lay the distribution's libraries out as links, as a Python package of PyTorch does. */
  private Path pip() throws IOException {
    Path real = Files.createDirectories(folder.resolve("real"));
    Path lib = Files.createDirectories(folder.resolve("site-packages/torch/lib"));
    Files.writeString(
        lib.resolveSibling("version.py"),
        "__version__ = '2.7.1+cpu'\ncuda: Optional[str] = None\n");
    try (ZipFile archive = new ZipFile(archive().toFile())) {
      Enumeration<? extends ZipEntry> entries = archive.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (name.contains(".so")) {
          try (InputStream in = archive.getInputStream(entry)) {
            Files.copy(in, real.resolve(name));
          }
          Files.createSymbolicLink(lib.resolve(name), real.resolve(name));
        }
      }
    }
    return lib;
  }

  private static Path archive() throws IOException {
    try (Stream<Path> files = Files.list(Distribution.home().resolve("lib/cpu"))) {
      return files.findFirst().orElseThrow();
    }
  }
}
