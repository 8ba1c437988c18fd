package io.github.greenscreen.djl.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link OptimizerTest} compares the formulas themselves with PyTorch. */
class UpdateRuleTest {

  @ParameterizedTest
  @CsvSource({
    "RMSPROP, 0.9, 2, false",
    "RMSPROP, 0,   1, false",
    "SGD,     0.9, 1, false",
    "SGD,     0,   0, false",
    "ADAM,    0.9, 2, true",
    "ADAMW,   0,   2, true",
  })
  void state_ofKind_isWhatTheFormulaNeeds(
      OptimizerKind kind, double momentum, int moments, boolean countsSteps) {
    UpdateRule rule = UpdateRule.of(kind, momentum);
    assertThat(rule.moments()).isEqualTo(moments);
    assertThat(rule.countsSteps()).isEqualTo(countsSteps);
  }

  @Test
  void source_inAnyLocale_spellsNumbersWithAPoint() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(UpdateRule.of(OptimizerKind.SGD, 0.5).source())
          .contains("momentum=5.00000000000000000e-01");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void source_ofAdamAndAdamW_differInWeightDecayAlone() {
    String adam = UpdateRule.of(OptimizerKind.ADAM, 0.9).source();
    String adamW = UpdateRule.of(OptimizerKind.ADAMW, 0.9).source();
    assertThat(adam).contains("_fused_adam_(").contains("weight_decay=0.00000000000000000e+00");
    assertThat(adamW)
        .isEqualTo(
            adam.replace("_fused_adam_(", "_fused_adamw_(")
                .replace("=0.00000000000000000e+00", "=1.00000000000000000e-03"));
  }
}
