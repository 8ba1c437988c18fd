package io.github.greenscreen.djl.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.training.tracker.Tracker;
import io.github.greenscreen.training.LrSchedule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rates expected are those of Keras 3 for η₀ = 0.01: ExponentialDecay(0.01, 1000, 0.96,
 * staircase=True), PolynomialDecay(0.01, 400), CosineDecay(0.01, 400). A tracker gives floats.
 */
class SchedulesTest {
  private static final int DECAY_STEPS = 400;

  @ParameterizedTest
  @CsvSource({
    "CONSTANT,        0, 0.01",
    "CONSTANT,      200, 0.01",
    "CONSTANT,    12345, 0.01",
    "EXPONENTIAL,     0, 0.01",
    "EXPONENTIAL,   999, 0.01",
    "EXPONENTIAL,  1000, 0.0096",
    "EXPONENTIAL,  1999, 0.0096",
    "EXPONENTIAL,  2000, 0.009216",
    "EXPONENTIAL, 10500, 0.006648326359915009",
    "POLYNOMIAL,      0, 0.01",
    "POLYNOMIAL,      1, 0.00997525",
    "POLYNOMIAL,    200, 0.00505",
    "POLYNOMIAL,    300, 0.002575",
    "POLYNOMIAL,    400, 0.0001",
    "POLYNOMIAL,   9999, 0.0001",
    "COSINE,          0, 0.01",
    "COSINE,        100, 0.008535533905932738",
    "COSINE,        200, 0.005",
    "COSINE,        300, 0.0014644660940672624",
    "COSINE,        400, 0",
    "COSINE,        401, 0",
    "COSINE,       9999, 0",
  })
  void rate_atStep_equalsKeras(LrSchedule kind, int step, double expected) {
    Tracker tracker = Schedules.of(kind, 0.01, DECAY_STEPS);
    assertThat(tracker.getNewValue(step)).isEqualTo((float) expected);
  }

  @ParameterizedTest
  @CsvSource({"CONSTANT", "EXPONENTIAL", "POLYNOMIAL", "COSINE"})
  void rate_inOneStepRun_beginsAtTheInitialRate(LrSchedule kind) {
    assertThat(Schedules.of(kind, 1.5e-4, 1).getNewValue(0)).isEqualTo(1.5e-4f);
  }
}
