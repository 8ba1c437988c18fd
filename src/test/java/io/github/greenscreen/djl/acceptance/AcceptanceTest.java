package io.github.greenscreen.djl.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.power.nvidia.Gpu;
import io.github.greenscreen.process.JavaCommand;
import io.github.greenscreen.training.engine.EngineAcceptance.Check;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import io.github.greenscreen.training.hyperparameter.Precision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceTest {
  private static final List<Mode> MODES =
      List.of(
          mode(ExecutionMode.NONE),
          mode(ExecutionMode.JIT_COMPILATION),
          mode(ExecutionMode.PRE_QUANTIZATION),
          mode(ExecutionMode.POST_QUANTIZATION));

  private static Mode mode(ExecutionMode internal) {
    return new Mode(Precision.FLOAT32, OptimizerKind.SGD, internal);
  }

  @Test
  void run_onCpu_checksAllAndSkipsWhatNeedsGpus() throws InterruptedException {
    assertThat(run("none", false, List.of()))
        .containsExactly(
            "PASSED device, gpu: false",
            "SKIPPED losses, float32, SGD, internal pre_quantization: it is not offered",
            "FAILED losses, float32, SGD, internal post_quantization: threw it all",
            "PASSED losses, float32, SGD, internal None: off by 0.00050 of the CPU's, at most"
                + " 0.0010 allowed",
            "PASSED losses, float32, SGD, internal jit_compilation: off by 0.00050 of the CPU's, at"
                + " most 0.0010 allowed",
            "PASSED memory, 12 epochs of resnet50, Adam: 492 MiB after epoch 4, 492 MiB after epoch"
                + " 12, at most 48 more allowed; 0 more open arrays, none allowed",
            "PASSED speed, resnet50, batch 32: 111.3 images/s",
            "PASSED speed, resnet20, a step float32: 1362 operations, 1.00 read-backs, "
                + "which do not stall a CPU",
            "SKIPPED several GPUs, each further GPU: no GPU is used");
  }

  /** A crash fails its own mode; the others are still trained. */
  @Test
  void run_modeCrashes_failsAlone() throws InterruptedException {
    List<String> checks = run("crash", false, List.of());
    assertThat(checks)
        .filteredOn(check -> check.contains("internal jit_compilation"))
        .singleElement()
        .asString()
        .startsWith("FAILED losses, float32, SGD, internal jit_compilation: crashed in ")
        .contains("SIGFPE");
    assertThat(checks)
        .anyMatch(check -> check.startsWith("PASSED losses, float32, SGD, internal None"))
        .anyMatch(check -> check.contains("internal post_quantization"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "engine | FAILED device, engine: the process exited with code 7",
        "loss   | FAILED losses, float32, SGD, internal None: off by 0.050 of the CPU's, at most"
            + " 0.0010 allowed",
        "leak   | FAILED memory, 12 epochs of resnet50, Adam: 848 MiB after epoch 4, 1568 MiB after"
            + " epoch 12, at most 48 more allowed; 8 more open arrays, none allowed",
        "wait   | FAILED speed, resnet20, a step float32: 1362 operations, 109 read-backs, at most"
            + " 1 allowed",
      })
  void run_fault_failsItsCheck(String fault, String expected) throws InterruptedException {
    assertThat(run(fault, true, List.of())).contains(expected);
  }

  @Test
  void run_twoGpus_comparesTheSecondToo() throws InterruptedException {
    List<Gpu> gpus = List.of(gpu("GPU-1"), gpu("GPU-2"));
    assertThat(run("none", true, gpus))
        .contains(
            "PASSED losses, float32, SGD, internal None: on Fake GPU-2: off by 0.00050 of the"
                + " CPU's, at most 0.0010 allowed");
    assertThat(run("none", true, gpus.subList(0, 1)))
        .contains("SKIPPED several GPUs, each further GPU: there is only one GPU");
  }

  private static Gpu gpu(String uuid) {
    return new Gpu(0, "Fake", uuid, "570.86");
  }

  private static List<String> run(String fault, boolean gpu, List<Gpu> gpus)
      throws InterruptedException {
    JavaCommand command =
        JavaCommand.ofThisJvm(FakeChild.class.getName()).with("-Dfault=" + fault, "-Dgpu=" + gpu);
    List<String> checks = new ArrayList<>();
    new Acceptance(command, gpus, MODES).run(check -> checks.add(text(check)));
    return checks;
  }

  private static String text(Check check) {
    return "%s %s, %s: %s".formatted(check.verdict(), check.part(), check.subject(), check.found());
  }
}
