package io.github.greenscreen.djl.pruning;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import io.github.greenscreen.training.hyperparameter.Pruning;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PruningValidatorTest {

  @Test
  void check_aSparsityThatFalls_isRefused() {
    assertRefused(
        "initial_sparsity is 0.8, but final_sparsity is 0.5; the sparsity cannot fall, so set "
            + "initial_sparsity to 0.5 or less",
        "pruning_schedule",
        "polynomial",
        "initial_sparsity",
        "0.8");
  }

  @Test
  void check_anEndThatIsNotAfterTheBegin_isRefused() {
    assertRefused(
        "pruning_begin is 100, but pruning_end is 100; pruning must begin before it ends",
        "pruning_schedule",
        "constant",
        "pruning_begin",
        "100",
        "pruning_end",
        "100");
  }

  @Test
  void check_twoOfFourWithAnotherSparsity_isRefused() {
    assertRefused(
        "pruning_structure 2:4 has the sparsity 0.5, but final_sparsity is 0.6; use "
            + "--set final_sparsity=0.5",
        "pruning_schedule",
        "constant",
        "pruning_structure",
        "2:4",
        "final_sparsity",
        "0.6");
  }

  @Test
  void check_twoOfFourWithAPolynomial_isRefused() {
    assertRefused(
        "pruning_structure 2:4 has one sparsity, 0.5, but pruning_schedule is polynomial; use "
            + "--set pruning_schedule=constant",
        "pruning_schedule",
        "polynomial",
        "pruning_structure",
        "2:4");
  }

  @Test
  void check_twoOfFourOfTheWholeNetwork_isRefused() {
    assertRefused(
        "pruning_structure 2:4 prunes two weights of each four, but pruning_scope is global; "
            + "use --set pruning_scope=layer",
        "pruning_schedule",
        "constant",
        "pruning_structure",
        "2:4",
        "pruning_scope",
        "global");
  }

  /** Settings without a schedule have no effect, and the constant schedule has no beginning. */
  @Test
  void check_settingsThatDoNotApply_isNothing() {
    assertThatCode(
            () -> {
              PruningValidator.check(
                  how("initial_sparsity", "0.8", "pruning_begin", "9", "pruning_end", "3"));
              PruningValidator.check(
                  how("pruning_schedule", "constant", "initial_sparsity", "0.8"));
            })
        .doesNotThrowAnyException();
  }

  private static void assertRefused(String message, String... namesAndValues) {
    assertThatThrownBy(() -> PruningValidator.check(how(namesAndValues)))
        .isInstanceOf(UnsupportedChoiceException.class)
        .hasMessage(message);
  }

  private static Pruning how(String... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Hyperparameters.of(Configuration.of(values)).pruning();
  }
}
