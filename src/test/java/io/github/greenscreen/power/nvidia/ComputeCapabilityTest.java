package io.github.greenscreen.power.nvidia;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.FakeNvidiaSmi;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the fake nvidia-smi is a shell script")
final class ComputeCapabilityTest {
  @TempDir private Path folder;

  @Test
  void byUuid_driverTells_readsEveryGpu() {
    String script =
        "[ \"$1\" = --query-gpu=uuid,compute_cap ] && printf 'GPU-1, 8.0\\nGPU-2, [N/A]\\n'";

    assertThat(ComputeCapability.byUuid(FakeNvidiaSmi.install(folder, script)))
        .isEqualTo(Map.of("GPU-1", "8.0", "GPU-2", "[N/A]"));
  }

  @Test
  void byUuid_olderDriver_isEmpty() {
    String script = "echo 'Field \"compute_cap\" is not a valid field to query.'; exit 2";

    assertThat(ComputeCapability.byUuid(FakeNvidiaSmi.install(folder, script))).isEmpty();
  }
}
