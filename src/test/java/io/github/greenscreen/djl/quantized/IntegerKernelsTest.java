package io.github.greenscreen.djl.quantized;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegerKernelsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "amd64, fpu avx512f avx512_vnni amx_tile, ONEDNN, 255",
    "x86_64, fpu avx512_vnni, ONEDNN, 255",
    "amd64, fpu avx2 avx_vnni, FBGEMM, 127", // PyTorch asks for the AVX-512 form
    "amd64, fpu avx512_vnni_not, FBGEMM, 127",
    "aarch64, fp asimd, OTHER, 255",
  })
  void of_processor_followsTheEnginesRule(
      String architecture, String flags, IntegerKernels expected, int levels) throws IOException {
    Path processor = folder.resolve("cpuinfo");
    Files.writeString(processor, "processor\t: 0\nflags\t\t: " + flags + "\nbugs\t\t: none\n");
    IntegerKernels kernels = IntegerKernels.of(architecture, processor);
    assertThat(kernels).isEqualTo(expected);
    assertThat(kernels.maxLevel()).isEqualTo(levels);
  }

  @Test
  void of_noListOfFlags_takesTheCarefulOne() {
    assertThat(IntegerKernels.of("amd64", folder.resolve("missing")))
        .isEqualTo(IntegerKernels.FBGEMM);
  }

  @Test
  void levels_ofThisMachine_areThoseOfItsKernels() {
    assertThat(IntegerKernels.levels()).isEqualTo(IntegerKernels.ofMachine().maxLevel());
  }

  @ParameterizedTest
  @CsvSource({"ONEDNN, onednn", "FBGEMM, fbgemm", "OTHER, integer", "SIMULATED, simulated"})
  void spelling_always_isThatOfTheRunFolder(IntegerKernels kernels, String configName) {
    assertThat(kernels.configName()).isEqualTo(configName);
  }
}
