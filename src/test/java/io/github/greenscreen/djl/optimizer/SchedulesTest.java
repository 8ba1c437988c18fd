package io.github.greenscreen.djl.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.training.tracker.Tracker;
import io.github.greenscreen.training.hyperparameter.LearningRate;
import io.github.greenscreen.training.hyperparameter.LrSchedule;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares with the formulas that Keras publishes: {@code schedules.py} made {@code schedules.csv}.
 * A tracker gives floats.
 */
class SchedulesTest {
  private static final double FLOAT = 6e-8;

  @ParameterizedTest
  @CsvFileSource(resources = "schedules.csv")
  void rate_atStep_equalsKeras(
      LrSchedule kind, double initial, String decaySteps, int runSteps, int step, double expected) {
    Tracker tracker = Schedules.of(rate(kind, initial, decaySteps), runSteps);
    assertThat((double) tracker.getNewValue(step))
        .isCloseTo(expected, within(FLOAT * expected + 1e-18));
  }

  /** Some of the same numbers, worked out by hand. */
  @ParameterizedTest
  @CsvSource({
    "CONSTANT,    run, 12345, 0.01",
    "EXPONENTIAL, run,   999, 0.01",
    "EXPONENTIAL, run,  1000, 0.0096",
    "EXPONENTIAL, run,  2000, 0.009216",
    "EXPONENTIAL, 100,   250, 0.009216",
    "POLYNOMIAL,  run,   200, 0.00505",
    "POLYNOMIAL,  run,  9999, 0.0001",
    "POLYNOMIAL,  100,    50, 0.00505",
    "COSINE,      run,   200, 0.005",
    "COSINE,      run,   401, 0",
    "COSINE,      100,    50, 0.005",
    "COSINE,      1000, 1000, 0",
  })
  void rate_ofARunOf400Steps_isWhatTheFormulaGives(
      LrSchedule kind, String decaySteps, int step, double expected) {
    Tracker tracker = Schedules.of(rate(kind, 0.01, decaySteps), 400);
    assertThat(tracker.getNewValue(step)).isEqualTo((float) expected);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ONE_CYCLE")
  void rate_inOneStepRun_beginsAtTheInitialRate(LrSchedule kind) {
    assertThat(Schedules.of(rate(kind, 1.5e-4, "run"), 1).getNewValue(0)).isEqualTo(1.5e-4f);
  }

  /** The end of Keras's polynomial lies at 1e-4, on whichever side the rate begins. */
  @Test
  void polynomial_belowItsEnd_rises() {
    Tracker tracker = Schedules.of(rate(LrSchedule.POLYNOMIAL, 5e-5, "run"), 10);
    assertThat(tracker.getNewValue(5)).isEqualTo(7.5e-5f);
    assertThat(tracker.getNewValue(10)).isEqualTo(1e-4f);
  }

  @ParameterizedTest
  @CsvSource({
    "CONSTANT, 0, 0.001", "CONSTANT, 4, 0.005", "CONSTANT, 9, 0.01", "CONSTANT, 10, 0.01",
    "COSINE, 9, 0.01", "COSINE, 10, 0.01", "COSINE, 60, 0.005", "COSINE, 110, 0",
  })
  void rate_afterAWarmUpOfTenSteps_followsItsSchedule(LrSchedule kind, int step, double expected) {
    LearningRate rate = new LearningRate(0.01, kind, OptionalInt.empty(), 10);
    assertThat(Schedules.of(rate, 110).getNewValue(step)).isEqualTo((float) expected);
  }

  private static LearningRate rate(LrSchedule kind, double initial, String decaySteps) {
    return new LearningRate(
        initial,
        kind,
        decaySteps.equals("run")
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(decaySteps)),
        0);
  }
}
