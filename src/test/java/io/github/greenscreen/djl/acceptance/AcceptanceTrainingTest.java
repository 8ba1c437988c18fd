package io.github.greenscreen.djl.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.djl.DjlTrainer;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import io.github.greenscreen.training.hyperparameter.Precision;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AcceptanceTrainingTest {
  @TempDir private Path folder;

  @Test
  void device_onCpu_saysWhatTrains() {
    assertThat(run("device"))
        .anyMatch(line -> line.startsWith("acceptance: device\t"))
        .contains("acceptance: gpu\tfalse", "acceptance: pytorch\t2.7.1");
  }

  /** On the device that the reference was made on, the losses are the same, bit by bit. */
  @Test
  void compare_onTheSameDevice_givesTheLossesOfTheReference() {
    String adam = text(new Mode(Precision.FLOAT32, OptimizerKind.ADAM, ExecutionMode.NONE));
    String sgd =
        text(new Mode(Precision.FLOAT16, OptimizerKind.SGD, ExecutionMode.PRE_QUANTIZATION));
    List<String> reference = run("reference", adam, sgd);
    assertThat(reference).hasSize(2).allMatch(line -> line.matches("\\S+ \\S+\t[\\d.]+ [\\d.]+"));
    assertThat(run("compare", adam, sgd)).isEqualTo(reference);
  }

  static Stream<Map<String, String>> modes() {
    return AcceptanceSpeed.COUNTED.stream().filter(mode -> !mode.containsKey("internal"));
  }

  /**
   * PyTorch itself says how often it reads a number: the learning rate on the host, and, on a CPU
   * only, the smallest and largest label. Fake quantisation on a CPU reads its scales, too.
   */
  @ParameterizedTest
  @MethodSource("modes")
  void step_profiled_readsNothingBack(Map<String, String> mode) {
    AcceptanceSpeed.Step step =
        AcceptanceSpeed.step(mode, new DjlTrainer(), folder.resolve("profile"));
    assertThat(step.readBacks()).isEqualTo(3);
    assertThat(step.operations()).isBetween(500, 3000);
  }

  private static String text(Mode mode) {
    return mode.fileName().replace('-', '/');
  }

  private List<String> run(String task, String... modes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> arguments =
        Stream.concat(Stream.of(task, folder.toString()), Stream.of(modes)).toList();
    AcceptanceTraining.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
