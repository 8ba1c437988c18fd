package io.github.greenscreen.djl.selftest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import io.github.greenscreen.djl.selftest.ProbeResult.Outcome;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SelfTestTest {
  private static final ProbeResult CRASH =
      ProbeResult.of(Outcome.CRASHED, "crashed in libtorch_cpu.so, f (SIGFPE)");
  private static final ProbeResult HANG = ProbeResult.of(Outcome.HUNG, "did not finish within 1 s");
  private static final ProbeResult NAN =
      ProbeResult.of(Outcome.NOT_FINITE, "gave a training loss of NaN in step 1");
  private static final ProbeResult PASS = ProbeResult.passed(12.34, "Intel AVX2");

  private final Workload workload = Workloads.of();
  private final Map<String, ProbeResult> results = new LinkedHashMap<>();
  private final List<String> tried = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void of_fastestSettingsWork_takesThemWithoutAWord() {
    results.put("fastest/unlimited", PASS);
    SelfTestResult result = test("A").of(workload);
    assertThat(result)
        .isEqualTo(new SelfTestResult(EngineSettings.FASTEST, "", 12.34, "Intel AVX2"));
    assertThat(result.workaround()).isEmpty();
    assertThat(tried).containsExactly("fastest/unlimited");
  }

  @Test
  void of_fastestSettingsCrash_takesTheNextAndSaysWhy() {
    results.put("fastest/unlimited", CRASH);
    results.put("matrix_product/unlimited", PASS);
    assertThat(test("A").of(workload).workaround())
        .contains(
            "1×1 convolutions computed as matrix products, because otherwise PyTorch crashed"
                + " in libtorch_cpu.so, f (SIGFPE); trains 12.3 images/s in the self-test");
  }

  @Test
  void of_severalFaults_namesEachOnce() {
    results.put("fastest/unlimited", CRASH);
    results.put("matrix_product/unlimited", CRASH);
    results.put("convolution/unlimited", CRASH);
    results.put("fastest/avx2", HANG);
    results.put("fastest/sse41", NAN);
    results.put("fastest/off", PASS);
    SelfTestResult result = test("A").of(workload);
    assertThat(result.settings().text()).isEqualTo("fastest/off");
    assertThat(result.reason())
        .isEqualTo(
            "crashed in libtorch_cpu.so, f (SIGFPE) and did not finish within 1 s and gave a"
                + " training loss of NaN in step 1");
  }

  @Test
  void of_everySettingFails_isRefused() {
    results.put("fastest/unlimited", CRASH);
    results.put("matrix_product/unlimited", CRASH);
    results.put("convolution/unlimited", HANG);
    results.put("fastest/avx2", CRASH);
    results.put("fastest/sse41", ProbeResult.of(Outcome.REFUSED, "threw an exception"));
    results.put("fastest/off", CRASH);
    assertThatThrownBy(() -> test("A").of(workload))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(
            "PyTorch cannot train resnet20 in float32 on this machine with any of the "
                + "settings tried: it crashed in libtorch_cpu.so, f (SIGFPE); it did not finish "
                + "within 1 s; it threw an exception; run 'greenscreen doctor', or choose another "
                + "build of PyTorch with --engine");
  }

  /** A full disk or memory, for instance, which the training itself will report. */
  @Test
  void of_nothingButExceptions_leavesTheWordToTheTraining() {
    for (EngineSettings settings : EngineSettings.inOrder(Device.cpu(), Map.of())) {
      results.put(settings.text(), ProbeResult.of(Outcome.REFUSED, "threw an exception"));
    }
    assertThat(test("A").of(workload)).isEqualTo(SelfTestResult.untested(EngineSettings.FASTEST));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void of_inconclusiveProbe_triesNothingElseAndKeepsNothing() {
    results.put("fastest/unlimited", ProbeResult.of(Outcome.INCONCLUSIVE, "was not tested"));
    assertThat(test("A").of(workload)).isEqualTo(SelfTestResult.untested(EngineSettings.FASTEST));
    assertThat(tried).containsExactly("fastest/unlimited");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void of_asked_again_testsOnceOnAMachine() {
    results.put("fastest/unlimited", CRASH);
    results.put("matrix_product/unlimited", PASS);
    SelfTest first = test("A");
    SelfTestResult result = first.of(workload);
    assertThat(first.of(workload)).isEqualTo(result);
    assertThat(test("A").of(workload)).isEqualTo(result);
    assertThat(tried).hasSize(2);
    assertThat(test("B").of(workload)).isEqualTo(result);
    assertThat(tried).hasSize(4);
    test("A").of(Workloads.of("precision", "float64"));
    assertThat(tried).hasSize(6);
  }

  @ParameterizedTest
  @EnumSource
  void isFault_outcome_isOneOfTheEngine(Outcome outcome) {
    boolean fault = List.of(Outcome.CRASHED, Outcome.HUNG, Outcome.NOT_FINITE).contains(outcome);
    assertThat(ProbeResult.of(outcome, "").isFault()).isEqualTo(fault);
  }

  private SelfTest test(String machine) {
    return new SelfTest(
        (what, settings) -> {
          tried.add(settings.text());
          return results.get(settings.text());
        },
        EngineSettings.inOrder(Device.cpu(), Map.of()),
        new SelfTestStore(folder, new Machine(machine)));
  }
}
