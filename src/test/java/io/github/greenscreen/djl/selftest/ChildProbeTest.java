package io.github.greenscreen.djl.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.greenscreen.djl.selftest.ProbeResult.Outcome;
import io.github.greenscreen.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChildProbeTest {
  private static final EngineSettings SETTINGS = EngineSettings.FASTEST;

  @ParameterizedTest
  @ValueSource(strings = {"SIGFPE", "SIGILL", "SIGSEGV", "SIGBUS", "SIGABRT"})
  void run_childDiesOfASignal_saysWhichAndLeavesNothing(String signal) throws IOException {
    ProbeResult result = faulty(signal, Duration.ofMinutes(1));
    assertThat(result.outcome()).isEqualTo(Outcome.CRASHED);
    assertThat(result.detail()).startsWith("crashed in ").contains(" (" + signal);
    assertThat(leftBehind()).isZero();
  }

  @Test
  void run_childHangs_isKilledAndSaysSo() {
    assertThat(faulty("hang", Duration.ofSeconds(1)))
        .isEqualTo(ProbeResult.of(Outcome.HUNG, "did not finish within 1 s"));
  }

  @ParameterizedTest
  @CsvSource({
    "SIGKILL, 'was not tested: the process was killed by signal 9 (SIGKILL), possibly out "
        + "of memory'",
    "SIGTERM, 'was not tested: the process was killed by signal 15 (SIGTERM)'",
    "exit,    'was not tested: the process exited with code 7'",
    "broken,  'was not tested: the process exited without reporting a result'",
  })
  void run_childIsEndedFromOutside_isInconclusive(String fault, String detail) {
    assertThat(faulty(fault, Duration.ofMinutes(1)))
        .isEqualTo(ProbeResult.of(Outcome.INCONCLUSIVE, detail));
  }

  @Test
  void run_child_isToldWhatToTrain() {
    assertThat(faulty("REFUSED\nECHO\n", Duration.ofMinutes(1)))
        .isEqualTo(ProbeResult.of(Outcome.REFUSED, Workloads.of().text() + " " + SETTINGS.text()));
  }

  @Test
  void run_thread_interrupted_isInconclusive() {
    Thread.currentThread().interrupt();
    assertThat(faulty("hang", Duration.ofMinutes(1)))
        .isEqualTo(ProbeResult.of(Outcome.INCONCLUSIVE, "was not tested: interrupted"));
    assertThat(Thread.interrupted()).isTrue();
  }

  /** The real engine in a real child, with each limit; oneDNN itself says what it is limited to. */
  @ParameterizedTest
  @CsvSource({
    "fastest/unlimited,     Intel",
    "convolution/unlimited, Intel",
    "fastest/avx2,          Intel AVX2",
    "fastest/sse41,         Intel SSE4.1",
    "fastest/off,           ''",
  })
  void run_realEngine_trainsWithTheLimit(String settings, String instructions) {
    assumeThat(Machine.processor(Path.of("/proc/cpuinfo")).toString()).contains(" avx2 ");
    ProbeResult result =
        new ChildProbe("io.github.greenscreen.SelfTestProcess")
            .run(Workloads.of(), EngineSettings.parse(settings).orElseThrow());
    assertThat(result.outcome()).as(result.detail()).isEqualTo(Outcome.PASSED);
    assertThat(result.imagesPerSecond()).isPositive().isFinite();
    if (instructions.isEmpty()) {
      assertThat(result.detail()).isEmpty();
    } else {
      assertThat(result.detail()).startsWith(instructions);
    }
  }

  /** oneDNN crashes if it is to print what it computes there. */
  @ParameterizedTest
  @CsvSource({
    "float32, post_quantization",
    "float16, pre_quantization",
    "float32, jit_compilation",
    "float64, None",
    "global_policy_float16, None",
  })
  void run_realEngine_passesWhateverIsTrained(String precision, String internal) {
    Workload workload = Workloads.of("precision", precision, "internal", internal);
    ProbeResult result =
        new ChildProbe("io.github.greenscreen.SelfTestProcess").run(workload, SETTINGS);
    assertThat(result.outcome()).as(result.detail()).isEqualTo(Outcome.PASSED);
    assertThat(result.detail()).isEmpty();
  }

  private static ProbeResult faulty(String fault, Duration timeout) {
    JavaCommand command =
        JavaCommand.ofThisJvm(FaultyProbe.class.getName()).with("-Dfault=" + fault);
    return new ChildProbe(command, timeout).run(Workloads.of(), SETTINGS);
  }

  /** Crash files would lie in the working directory or beside the answer. */
  private static long leftBehind() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> here = Files.list(Path.of(""));
        Stream<Path> there = Files.list(temporary)) {
      return Stream.concat(here, there)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("hs_err_pid"))
          .count();
    }
  }
}
