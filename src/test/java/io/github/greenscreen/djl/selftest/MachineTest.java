package io.github.greenscreen.djl.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.nvidia.Gpu;
import io.github.greenscreen.training.engine.ProcessorCaches;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
  @TempDir private Path folder;

  @Test
  void of_always_namesVersionsProcessorsCachesGpusAndSettings() {
    Gpu gpu = new Gpu(0, "NVIDIA H100", "GPU-1", "570.10");
    Map<String, String> environment =
        Map.of("OMP_NUM_THREADS", "2", "ONEDNN_MAX_CPU_ISA", "AVX2", "HOME", "/home/me");
    String text = Machine.of("1.2.3", List.of(gpu), environment).text();
    assertThat(text.lines())
        .startsWith("1.2.3")
        .contains(
            "processors: " + Runtime.getRuntime().availableProcessors(),
            "caches: " + ProcessorCaches.ofMachine().description())
        .endsWith(
            "GPU: NVIDIA H100, driver 570.10", "OMP_NUM_THREADS=2", "ONEDNN_MAX_CPU_ISA=AVX2");
    assertThat(text).doesNotContain("/home/me");
  }

  @Test
  void processor_severalOfThem_isTheFirstWithoutItsSpeed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("cpuinfo"),
            """
            processor\t: 0
            vendor_id\t: AuthenticAMD
            model name\t: AMD EPYC
            cpu MHz\t\t: 2599.9
            flags\t\t: fpu avx2

            processor\t: 1
            vendor_id\t: Other
            """);
    assertThat(Machine.processor(file))
        .containsExactly(
            "vendor_id\t: AuthenticAMD", "model name\t: AMD EPYC", "flags\t\t: fpu avx2");
  }

  @Test
  void processor_noSuchFile_isUnknown() {
    assertThat(Machine.processor(folder.resolve("none"))).isEmpty();
  }
}
