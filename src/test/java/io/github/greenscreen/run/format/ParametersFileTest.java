package io.github.greenscreen.run.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.space.Configuration;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ParametersFileTest {
  private static final Path FILE = Path.of("runs", "003", "parameters.yaml");

  @Test
  void format_ofUnknownNumbers_leavesThemOut() {
    RunPlan plan = new RunPlan(Configuration.of(Map.of("lr", "0.01")), -1, OptionalInt.empty(), "");
    RunResult result = new RunResult(NetworkSize.ofParameters(7), Double.NaN, Double.NaN);
    String text = ParametersFile.format(plan, Optional.of(result));
    assertThat(text).isEqualTo("lr: 0.01\nseed: -1\nn_parameters: 7\n");
    assertThat(ParametersFile.parse(FILE, text).plan(true)).isEqualTo(plan);
    assertThat(ParametersFile.parse(FILE, text).result()).contains(result);
  }

  @Test
  void plan_withoutSeed_isUnknownAndStaysSo() {
    RunPlan plan = ParametersFile.parse(FILE, "model: a\nlr: 0.1\n").plan(false);

    assertThat(plan.seed()).isEmpty();
    assertThat(plan.whole().values()).containsOnlyKeys("model", "lr");
    assertThat(ParametersFile.format(plan, Optional.empty())).isEqualTo("model: a\nlr: 0.1\n");
  }

  @Test
  void plan_ofAFileWithoutParameters_isBroken() {
    assertThatThrownBy(() -> ParametersFile.parse(FILE, "n_parameters: 5\n").plan(false))
        .isInstanceOf(RunFolderException.class)
        .hasMessage(FILE + ": seed is missing; expected a line seed: …");
  }

  @Test
  void parse_ofBrokenFile_namesFileLineAndExpectation() {
    assertBroken("model: a\nseed: x\n", ":2: seed \"x\"; expected a whole number");
    assertBroken("model: a\n", ": seed is missing; expected a line seed: …");
    assertBroken("seed: 1\nlr: {a: 1}\n", ":2: found a mapping; expected a single value for lr");
    assertBroken("seed: 1\nepochs: 0\n", ":2: epochs \"0\"; expected a whole number above 0");
    assertBroken(
        "seed: 1\nn_parameters: 1\ntest_accuracy: good\n",
        ":3: test_accuracy \"good\"; expected a number from 0 to 1");
    assertBroken(
        "seed: 1\nn_parameters: 1\ntest_accuracy: 70.3\n",
        ":3: test_accuracy \"70.3\"; expected a number from 0 to 1");
    assertBroken(
        "seed: 1\nn_parameters: 1\ntest_f1: -0.1\n",
        ":3: test_f1 \"-0.1\"; expected a number from 0 to 1");
    assertBroken(
        "seed: 1\nn_parameters: many\n", ":2: n_parameters \"many\"; expected a whole number");
  }

  private static void assertBroken(String content, String problem) {
    assertThatThrownBy(
            () -> {
              ParametersFile file = ParametersFile.parse(FILE, content);
              file.plan(true);
              file.result();
            })
        .isInstanceOf(RunFolderException.class)
        .hasMessage(FILE + problem);
  }
}
