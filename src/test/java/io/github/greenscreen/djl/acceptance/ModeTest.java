package io.github.greenscreen.djl.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.greenscreen.training.hyperparameter.DataPlacement;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import io.github.greenscreen.training.hyperparameter.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeTest {
  @Test
  void all_always_isEveryCombinationOnceAndTwoFromTheHost() {
    assertThat(Mode.all()).hasSize(5 * 6 * 4 + 2).doesNotHaveDuplicates();
    assertThat(Mode.all())
        .extracting(Mode::description)
        .endsWith(
            "float64, Adam, internal None, images from the host",
            "float64, Adam, internal None, images from pinned memory");
  }

  @Test
  void parse_ofText_isTheSameMode() {
    assertThat(Mode.all()).allSatisfy(mode -> assertThat(Mode.parse(mode.text())).isEqualTo(mode));
    assertThatIllegalArgumentException().isThrownBy(() -> Mode.parse("FLOAT32/SGD"));
  }

  @Test
  void hyperparameters_always_areThoseOfTheMode() {
    Mode mode = new Mode(Precision.BFLOAT16, OptimizerKind.ADAMW, ExecutionMode.PRE_QUANTIZATION);
    assertThat(mode.hyperparameters().precision()).isEqualTo(Precision.BFLOAT16);
    assertThat(mode.hyperparameters().optimizer().kind()).isEqualTo(OptimizerKind.ADAMW);
    assertThat(mode.hyperparameters().internal()).isEqualTo(ExecutionMode.PRE_QUANTIZATION);
    assertThat(mode.description()).isEqualTo("bfloat16, AdamW, internal pre_quantization");
    assertThat(mode.fileName()).isEqualTo("BFLOAT16-ADAMW-PRE_QUANTIZATION-DEVICE-false");
    DataPlacement pinned = new DataPlacement(DataPlacement.Location.HOST, true);
    assertThat(mode.with(pinned).hyperparameters().placement()).isEqualTo(pinned);
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT64,               NONE,              false, 1e-9",
    "FLOAT32,               NONE,              false, 1e-3",
    "FLOAT32,               JIT_COMPILATION,   true,  0.03",
    "FLOAT16,               NONE,              false, 0.03",
    "GLOBAL_POLICY_FLOAT16, JIT_COMPILATION,   false, 0.03",
    "FLOAT64,               PRE_QUANTIZATION,  false, 0.1",
    "FLOAT32,               POST_QUANTIZATION, false, 0.1",
  })
  void tolerance_ofMode_isThatOfItsCoarsestNumbers(
      Precision precision, ExecutionMode internal, boolean tf32, double expected) {
    Mode mode = new Mode(precision, OptimizerKind.SGD, internal);
    assertThat(mode.tolerance(tf32)).isEqualTo(expected);
  }
}
