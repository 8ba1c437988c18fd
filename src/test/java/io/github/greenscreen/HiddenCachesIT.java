package io.github.greenscreen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.greenscreen.Shell.Outcome;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * ResNet-50 on a processor that reports no cache sizes, where PyTorch's 1×1 convolutions divide by
 * zero. A preloaded library makes this processor look so.
 */
final class HiddenCachesIT {
  @TempDir private Path folder;
  private String library;

  @BeforeEach
  void hideCaches() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    assumeTrue(
        Files.isReadable(info) && Files.readString(info).matches("(?s).* avx2 .* cpuid_fault .*"),
        "the processor cannot intercept CPUID, or has no AVX2");
    library = CompiledLibrary.compile(folder, "hide-caches").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"None", "post_quantization"})
  void train_fastestSettings_survive(String internal) throws Exception {
    Outcome outcome = train(Map.of(), "--set=internal=" + internal);

    assertThat(outcome.code()).as(outcome.err()).isZero();
    RunStatus status = new RunFolder(folder.resolve("runs/001")).readStatus();
    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(StatusEntries.of(status)).doesNotContainKey("engine_workaround");
    assertThat(crashFiles()).isEmpty();
  }

  @Test
  void train_withoutMatrixProducts_findsSettingsThatSurvive() throws Exception {
    Outcome outcome = train(Map.of("GREENSCREEN_POINTWISE", "convolution"));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    RunStatus status = new RunFolder(folder.resolve("runs/001")).readStatus();
    assertThat(status.state()).isEqualTo(RunState.COMPLETED);
    assertThat(StatusEntries.of(status).get("engine_workaround"))
        .matches(
            "1×1 convolutions computed by PyTorch's convolution, oneDNN (limited to SSE4[.]1"
                + " [(]ONEDNN_MAX_CPU_ISA=SSE41[)]|switched off), because otherwise PyTorch crashed"
                + " in libtorch_cpu[.]so, dnnl::impl::cpu::x64::brgemm_convolution_utils"
                + "::brg_blocking_t::est_eff_1x1 [(]SIGFPE[)]; trains [0-9.]+ images/s in the"
                + " self-test");
    assertThat(outcome.err()).contains(StatusEntries.of(status).get("engine_workaround"));
    assertThat(crashFiles()).isEmpty();
  }

  private Outcome train(Map<String, String> environment, String... options) throws Exception {
    Map<String, String> variables = Distribution.environment();
    variables.putAll(environment);
    variables.put("LD_PRELOAD", library);
    variables.put("GREENSCREEN_CACHE", folder.resolve("cache").toString());
    variables.put("TMPDIR", Files.createDirectories(folder.resolve("tmp")).toString());
    List<String> command =
        Stream.concat(
                Stream.of(
                    Distribution.program().toString(),
                    "train",
                    "--dataset=shapes",
                    "--limit=60",
                    "--epochs=1",
                    "--set=model=resnet50",
                    "--set=precision=float32",
                    "--set=lr=0.0001",
                    "--set=batch_size=16"),
                Stream.of(options))
            .toList();
    return Shell.run(folder, variables, command);
  }

  private List<Path> crashFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("hs_err")).toList();
    }
  }
}
