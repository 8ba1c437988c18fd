package io.github.greenscreen.djl.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.greenscreen.training.hyperparameter.OptimizerKind;
import io.github.greenscreen.training.hyperparameter.OptimizerSettings;
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
    "NESTEROV, 0.9, 1, false",
    "NESTEROV, 0,  0, false",
  })
  void state_ofKind_isWhatTheFormulaNeeds(
      OptimizerKind kind, double momentum, int moments, boolean countsSteps) {
    UpdateRule rule = UpdateRule.of(OptimizerSettings.of(kind, momentum), UpdateRule.Form.PLAIN);
    assertThat(rule.moments()).isEqualTo(moments);
    assertThat(rule.countsSteps()).isEqualTo(countsSteps);
  }

  @Test
  void source_inAnyLocale_spellsNumbersWithAPoint() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(source(OptimizerKind.SGD, 0.5)).contains("momentum=5.00000000000000000e-01");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void source_ofAdamAndAdamW_differInWeightDecayAlone() {
    String adam = source(OptimizerKind.ADAM, 0.9);
    String adamW = source(OptimizerKind.ADAMW, 0.9);
    assertThat(adam).contains("_fused_adam_(").contains("weight_decay=0.00000000000000000e+00");
    assertThat(adamW)
        .isEqualTo(
            adam.replace("_fused_adam_(", "_fused_adamw_(")
                .replace("=0.00000000000000000e+00", "=1.00000000000000000e-03"));
  }

  private static String source(OptimizerKind kind, double momentum) {
    return UpdateRule.of(OptimizerSettings.of(kind, momentum), UpdateRule.Form.PLAIN).source();
  }
}
