package io.github.greenscreen.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers come from NumPy; see {@code reference.py} among the test resources. */
final class CombinationTest {
  @ParameterizedTest
  @CsvSource({
    "MEAN, 0.25, 0.25, 0.25, 0.25",
    "ACCURACY, 0.33333333333333337, 0.2558139534883721, 0.3023255813953489, 0.10852713178294575",
    "OPTIMISED, 0.636142776761096, 0, 0.36385722323890407, 0",
  })
  void weights_ofTheReference_areThoseOfNumpy(
      Combination how, double first, double second, double third, double fourth) {
    List<Double> weights = how.weights(ReferenceEnsemble.members());

    double[] expected = {first, second, third, fourth};
    assertThat(weights.stream().mapToDouble(Double::doubleValue).toArray())
        .containsExactly(expected, within(1e-6));
  }

  @Test
  void byAccuracy_membersAlwaysWrong_countTheSame() {
    Predictions wrong = new Predictions(new int[] {1}, List.of(new double[] {0.75, 0.25}));

    assertThat(Combination.ACCURACY.weights(List.of(wrong, wrong))).containsExactly(0.5, 0.5);
  }
}
