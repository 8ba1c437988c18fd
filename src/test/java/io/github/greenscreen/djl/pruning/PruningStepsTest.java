package io.github.greenscreen.djl.pruning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.greenscreen.training.hyperparameter.Pruning;
import io.github.greenscreen.training.hyperparameter.PruningSchedule;
import io.github.greenscreen.training.hyperparameter.PruningScope;
import io.github.greenscreen.training.hyperparameter.PruningStructure;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares with the published formulas: {@code steps.py} made {@code steps.csv}. */
class PruningStepsTest {

  @ParameterizedTest
  @CsvFileSource(resources = "steps.csv")
  void sparsity_atStep_equalsThatOfTheToolkit(
      PruningSchedule schedule,
      double initial,
      double last,
      int begin,
      String end,
      int frequency,
      int runSteps,
      int step,
      Double expected) {
    PruningSteps steps = steps(schedule, initial, last, begin, end, frequency, runSteps);
    assertThat(steps.prunesAfter(step)).isEqualTo(expected != null);
    if (expected != null) {
      assertThat(steps.sparsity(step)).isCloseTo(expected, within(1e-15));
    }
  }

  /** Some of the same numbers, worked out by hand. */
  @ParameterizedTest
  @CsvSource({
    "CONSTANT,     100, 0.8",
    "CONSTANT,     500, 0.8",
    "POLYNOMIAL,   100, 0",
    "POLYNOMIAL,   300, 0.7",
    "POLYNOMIAL,   500, 0.8",
  })
  void sparsity_from100To500Steps_isWhatTheFormulaGives(
      PruningSchedule schedule, int step, double expected) {
    PruningSteps steps = steps(schedule, 0, 0.8, 100, "500", 50, 600);
    assertThat(steps.sparsity(step)).isCloseTo(expected, within(1e-15));
  }

  private static PruningSteps steps(
      PruningSchedule schedule,
      double initial,
      double last,
      int begin,
      String end,
      int frequency,
      int runSteps) {
    OptionalInt given =
        end.equals("run") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(end));
    return new PruningSteps(
        new Pruning(
            schedule,
            initial,
            last,
            begin,
            given,
            frequency,
            PruningScope.LAYER,
            PruningStructure.UNSTRUCTURED),
        runSteps);
  }
}
