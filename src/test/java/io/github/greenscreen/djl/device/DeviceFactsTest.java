package io.github.greenscreen.djl.device;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.github.greenscreen.power.nvidia.Gpu;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceFactsTest {
  private static final List<Gpu> VISIBLE =
      List.of(
          new Gpu(0, "NVIDIA A100", "GPU-1", "550.54"), new Gpu(1, "NVIDIA L4", "GPU-2", "550.54"));
  private static final Map<String, String> CAPABILITIES = Map.of("GPU-1", "8.0", "GPU-2", "8.9");

  @Test
  void facts_ofTheProcessor_nameItAndTheEngine() {
    Map<String, String> facts = DeviceFacts.of(Device.cpu());
    assertThat(facts.keySet()).containsExactly("device", "djl", "pytorch", "threads");
    assertThat(facts).containsEntry("djl", "0.35.1").containsEntry("pytorch", "2.7.1");
    assertThat(facts.get("device")).isEqualTo(DeviceFacts.cpuName()).isNotBlank();
    assertThat(facts.get("threads")).matches("[1-9]\\d*");
  }

  @Test
  void facts_ofTheProcessorBesideAGpu_tellThatTheGpuIsNotUsed() {
    assertThat(DeviceFacts.of(Device.cpu(), VISIBLE, CAPABILITIES, Map.of()))
        .containsEntry(
            "gpu_unused",
            "the driver reports NVIDIA A100, NVIDIA L4 (driver 550.54), but this PyTorch "
                + "build cannot use a GPU, so the run trains on the CPU");
    assertThat(DeviceFacts.of(Device.gpu(), VISIBLE, CAPABILITIES, Map.of()))
        .containsEntry("device", "NVIDIA A100")
        .containsEntry("device_uuid", "GPU-1")
        .doesNotContainKey("gpu_unused");
  }

  @ParameterizedTest
  @CsvSource({
    "8.0,             , tf32",
    "8.0,            1, tf32",
    "8.0,            0, ieee",
    "12.0,            , tf32",
    "7.5,             , ",
    "[Not Supported],, ",
  })
  void facts_ofAGpu_tellHowItConvolves(String capability, String override, String expected) {
    Map<String, String> environment =
        override == null ? Map.of() : Map.of("NVIDIA_TF32_OVERRIDE", override);
    assertThat(
            DeviceFacts.of(Device.gpu(), VISIBLE, Map.of("GPU-1", capability), environment)
                .get("float32_convolutions"))
        .isEqualTo(expected);
  }

  @Test
  void convolutions_whereTf32IsForbidden_areIeee() {
    assertThat(DeviceFacts.convolutions("9.0", Map.of(), true)).hasValue("ieee");
    assertThat(DeviceFacts.convolutions("9.0", Map.of(), false)).hasValue("tf32");
    assertThat(DeviceFacts.convolutions("7.5", Map.of(), true)).isEmpty();
  }

  @Test
  void facts_ofAGpu_tellTheCudaOfTheBuildThatTrains() {
    System.setProperty("greenscreen.engine.cuda", "12.8");
    try {
      assertThat(DeviceFacts.of(Device.gpu(), VISIBLE, CAPABILITIES, Map.of()))
          .containsEntry("cuda", "12.8");
    } finally {
      System.clearProperty("greenscreen.engine.cuda");
    }
    assertThat(DeviceFacts.of(Device.gpu(), VISIBLE, CAPABILITIES, Map.of()))
        .doesNotContainKey("cuda");
  }

  @Test
  void best_pyTorchWithoutCuda_isTheProcessor() {
    assertThat(Devices.best(Engine.getEngine("PyTorch"))).isEqualTo(Device.cpu());
  }
}
