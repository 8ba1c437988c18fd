package io.github.greenscreen.power.nvml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.CompiledNvml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The binding against a real shared library whose structures are those of nvml.h. */
class NativeNvmlTest {
  @TempDir private Path folder;

  @Test
  void open_ofALibrary_readsEverything() {
    try (Nvml nvml = open(CompiledNvml.compile(folder))) {
      assertThat(nvml.driverVersion()).isEqualTo("550.54.15");
      assertThat(nvml.deviceCount()).isEqualTo(2);
      NvmlDevice gpu = nvml.device(0);
      assertThat(gpu.uuid()).isEqualTo("GPU-aa");
      assertThat(gpu.name()).isEqualTo("NVIDIA A100, 40GB");
      assertThat(gpu.powerMilliwatts()).isEqualTo(117_680);
      assertThat(gpu.powerMilliwatts(NvmlDevice.POWER_AVERAGE)).isEqualTo(117_680);
      assertThat(gpu.powerMilliwatts(NvmlDevice.POWER_INSTANT)).isEqualTo(90_000);
      assertThat(gpu.energyMillijoules()).isBetween(5_000_000_000_000L, 5_000_100_000_000L);
      assertThat(gpu.temperatureC()).isEqualTo(61);
      assertThat(gpu.utilizationPercent()).isEqualTo(97);
      assertThat(gpu.memoryBytes()).isEqualTo(10L << 30);
      assertThat(gpu.computeProcesses()).containsExactly(5_000_000L, 5_000_001L);
      assertThat(nvml.boardOf("MIG-77").uuid()).isEqualTo("GPU-bb");
    }
  }

  @Test
  void device_thatRefuses_throwsWhatItSaid() {
    try (Nvml nvml = open(CompiledNvml.compile(folder))) {
      NvmlDevice gpu = nvml.device(1);
      assertThatThrownBy(gpu::powerMilliwatts)
          .isInstanceOf(NvmlException.class)
          .hasMessage("nvmlDeviceGetPowerUsage: Not Supported (NVML_ERROR_NOT_SUPPORTED)");
      assertThatThrownBy(() -> gpu.powerMilliwatts(NvmlDevice.POWER_AVERAGE))
          .hasMessage("nvmlDeviceGetFieldValues 185: Not Supported (NVML_ERROR_NOT_SUPPORTED)");
      assertThatThrownBy(() -> nvml.boardOf("MIG-00"))
          .hasMessage("nvmlDeviceGetHandleByUUID: Not Found (NVML_ERROR_NOT_FOUND)");
      assertThatThrownBy(() -> nvml.device(2)).isInstanceOf(NvmlException.class);
    }
  }

  @Test
  void computeProcesses_ofVeryMany_areAll() {
    try (Nvml nvml = open(CompiledNvml.compile(folder))) {
      assertThat(nvml.device(1).computeProcesses())
          .containsExactlyElementsOf(LongStream.range(5_000_000, 5_000_100).boxed().toList());
    }
  }

  @Test
  void open_ofAnOldLibrary_lacksSingleAnswersOnly() {
    try (Nvml nvml = open(CompiledNvml.compile(folder, "OLD"))) {
      NvmlDevice gpu = nvml.device(0);
      assertThat(gpu.computeProcesses()).containsExactly(5_000_000L, 5_000_001L);
      assertThat(gpu.powerMilliwatts()).isEqualTo(117_680);
      assertThat(gpu.memoryBytes()).as("with what the driver reserves").isEqualTo(11L << 30);
      assertThatThrownBy(() -> gpu.powerMilliwatts(NvmlDevice.POWER_AVERAGE))
          .hasMessage(
              "nvmlDeviceGetFieldValues: Unknown Error (NVML_ERROR_FUNCTION_NOT_FOUND); it "
                  + "needs a newer NVIDIA driver");
    }
  }

  @Test
  void close_endsTheSession() {
    Nvml nvml = open(CompiledNvml.compile(folder));
    nvml.close();
    assertThatThrownBy(nvml::deviceCount)
        .hasMessage("nvmlDeviceGetCount_v2: Uninitialized (NVML_ERROR_UNINITIALIZED)");
  }

  @Test
  void open_ofADriverThatDoesNotFit_saysWhatToDo() {
    Path library = CompiledNvml.compile(folder, "INIT=18");
    assertThatThrownBy(() -> open(library))
        .hasMessage(
            "nvmlInit_v2: Driver/library version mismatch (NVML_ERROR_LIB_RM_VERSION_MISMATCH); the"
                + " driver was updated while it ran: restart the machine, or reload the driver");
  }

  @Test
  void open_withoutALibrary_saysWhatToInstall() {
    assertThatThrownBy(() -> open(folder.resolve("libnvidia-ml.so.1")))
        .isInstanceOf(NvmlException.class)
        .hasMessageStartingWith(folder.resolve("libnvidia-ml.so.1") + " cannot be loaded (")
        .hasMessageEndingWith(
            "No such file or directory); install the NVIDIA driver, which includes it, "
                + "start the container with --gpus all, or set the library with GREENSCREEN_NVML");
  }

  @Test
  void open_ofAFileThatIsNoLibrary_isNoCrash() throws IOException {
    Path file = Files.writeString(folder.resolve("libnvidia-ml.so.1"), "no library");
    assertThatThrownBy(() -> open(file))
        .isInstanceOf(NvmlException.class)
        .hasMessageContaining("cannot be loaded (");
  }

  @Test
  void open_ofAnotherLibrary_isNoCrash() {
    // Every Linux has it, and it knows nothing of GPUs.
    assertThatThrownBy(() -> NativeNvml.open(Map.of("GREENSCREEN_NVML", "m")))
        .isInstanceOf(NvmlException.class)
        .hasMessageStartingWith("nvmlInit_v2: NVML_ERROR_FUNCTION_NOT_FOUND");
  }

  @Test
  void open_whereNoneIsWanted_saysSo() {
    assertThatThrownBy(() -> NativeNvml.open(Map.of("GREENSCREEN_NVML", "")))
        .hasMessage("GREENSCREEN_NVML is empty, so NVML is not used");
    assertThat(System.getenv("GREENSCREEN_NVML")).as("set for all tests").isEmpty();
  }

  private static Nvml open(Path library) {
    return NativeNvml.open(Map.of("GREENSCREEN_NVML", library.toString()));
  }
}
