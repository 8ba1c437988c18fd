package io.github.greenscreen.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import io.github.greenscreen.power.Gpu;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeviceFactsTest {

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
    List<Gpu> visible =
        List.of(
            new Gpu(0, "NVIDIA A100", "GPU-1", "550.54"),
            new Gpu(1, "NVIDIA L4", "GPU-2", "550.54"));
    assertThat(DeviceFacts.of(Device.cpu(), visible))
        .containsEntry(
            "gpu_unused",
            "the driver shows NVIDIA A100, NVIDIA L4 (driver 550.54), but this PyTorch can use no GPU, so that"
                + " the run trains on the processors");
    assertThat(DeviceFacts.of(Device.gpu(), visible))
        .containsEntry("device", "NVIDIA A100")
        .containsEntry("device_uuid", "GPU-1")
        .doesNotContainKey("gpu_unused");
  }

  @Test
  void best_pyTorchWithoutCuda_isTheProcessor() {
    assertThat(Devices.best(Engine.getEngine("PyTorch"))).isEqualTo(Device.cpu());
  }
}
