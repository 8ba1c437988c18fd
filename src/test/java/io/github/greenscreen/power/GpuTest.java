package io.github.greenscreen.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.FakeNvidiaSmi;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
class GpuTest {
  @TempDir private Path folder;

  @Test
  void visible_twoGpus_readsNamesWithCommas() {
    Map<String, String> environment =
        FakeNvidiaSmi.install(
            folder,
            """
            test "$1" = --query-gpu=name,uuid,driver_version || exit 2
            printf 'NVIDIA H100, 80GB, PCIe, GPU-11aa-22, 550.54.15\\r\\n'
            echo 'Tesla T4, GPU-33bb-44, 550.54.15'
            """);

    assertThat(Gpu.visible(environment))
        .containsExactly(
            new Gpu("NVIDIA H100, 80GB, PCIe", "GPU-11aa-22", "550.54.15"),
            new Gpu("Tesla T4", "GPU-33bb-44", "550.54.15"));
  }

  @Test
  void visible_oneGpuByNumber_asksForThatOne() {
    Map<String, String> environment =
        new HashMap<>(FakeNvidiaSmi.install(folder, "echo \"Card $4, GPU-$4, 1.0\""));
    environment.put("CUDA_VISIBLE_DEVICES", "3");

    assertThat(Gpu.visible(environment)).containsExactly(new Gpu("Card 3", "GPU-3", "1.0"));
  }

  @Test
  void visible_driverBroken_isEmpty() {
    Map<String, String> environment =
        FakeNvidiaSmi.install(folder, "echo 'NVIDIA-SMI has failed because …'; exit 9");

    assertThat(Gpu.visible(environment)).isEmpty();
    assertThat(Gpu.visible(FakeNvidiaSmi.install(folder, "echo 'No devices were found'")))
        .isEmpty();
    assertThat(Gpu.visible(Map.of("PATH", ""))).isEmpty();
  }
}
