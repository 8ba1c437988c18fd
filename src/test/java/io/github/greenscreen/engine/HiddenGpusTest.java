package io.github.greenscreen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.FakeNvidiaSmi;
import io.github.greenscreen.power.nvidia.Gpu;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Machines with a GPU, a driver, no build of PyTorch for GPUs, and no network, on which the GPU is
 * hidden.
 */
final class HiddenGpusTest {
  private static final String ONE_GPU = "echo '0, NVIDIA A2, GPU-26b3caf9, 570.86.10'";

  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "-1,0",
        "NoDevFiles",
        "none",
        "void",
        "None",
        "7",
        "7,0",
        "GPU-ffff",
        "all",
        "MIG-0b2d",
        ",0"
      })
  void decide_cudaHidesTheGpu_takesTheCpuBuildOfTheDistribution(String value) {
    assertThat(decide(ONE_GPU, Map.of("CUDA_VISIBLE_DEVICES", value)))
        .contains(EngineChoice.bundled("no NVIDIA GPU is visible"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "GPU-26b3caf9", "GPU-26", "0,7", " 0"})
  void decide_cudaShowsTheGpu_needsTheBuildForIt(String value) {
    assertThat(decide(ONE_GPU, Map.of("CUDA_VISIBLE_DEVICES", value))).isEmpty();
  }

  /** The variable is for the container runtime; CUDA follows what the driver shows. */
  @ParameterizedTest
  @ValueSource(strings = {"void", "none", ""})
  void decide_containerWithoutGpus_takesTheCpuBuildOfTheDistribution(String value) {
    Map<String, String> variables = Map.of("NVIDIA_VISIBLE_DEVICES", value);

    assertThat(decide("echo 'No devices were found'; exit 6", variables))
        .contains(EngineChoice.bundled("no NVIDIA GPU is visible"));
    assertThat(decide("echo \"couldn't communicate with the NVIDIA driver\"; exit 9", variables))
        .contains(EngineChoice.bundled("no NVIDIA GPU is visible"));
  }

  @Test
  void decide_flavorIsCpu_takesTheCpuBuildOfTheDistribution() {
    assertThat(decide(ONE_GPU, Map.of("PYTORCH_FLAVOR", "cpu")))
        .contains(EngineChoice.withoutGpu("PYTORCH_FLAVOR is cpu", true));
    assertThat(decide(ONE_GPU, Map.of("PYTORCH_FLAVOR", "cpu", "PYTORCH_VERSION", "2.7.1")))
        .contains(EngineChoice.withoutGpu("PYTORCH_FLAVOR is cpu", true));
  }

  private Optional<EngineChoice> decide(String smi, Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(FakeNvidiaSmi.install(home, smi));
    environment.putAll(variables);
    Properties properties = new Properties();
    properties.setProperty("os.name", "Linux");
    properties.setProperty("os.arch", "amd64");
    properties.setProperty("user.home", home.toString());
    Host host =
        new Host(
            environment, properties, () -> Gpu.visible(environment), () -> Map.of(), () -> true);
    return new Engines(host).decide(EngineRequest.AUTO);
  }
}
