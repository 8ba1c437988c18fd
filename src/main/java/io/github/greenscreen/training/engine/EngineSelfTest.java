package io.github.greenscreen.training.engine;

import io.github.greenscreen.training.hyperparameter.Hyperparameters;
import java.util.Objects;
import java.util.Optional;

/** Determines whether the engine trains on this machine, and with which settings. */
@FunctionalInterface
public interface EngineSelfTest {

  /**
   * Test a training with {@code hyperparameters}. The first test takes some seconds.
   *
   * @throws UnsupportedChoiceException if the engine fails with all settings
   */
  Outcome test(Hyperparameters hyperparameters);

  /**
   * The result of a test.
   *
   * @param imagesPerSecond training speed; NaN if unknown
   * @param instructions the instruction set of the engine, in its own words; empty if unknown
   * @param workaround the necessary settings and their reason; empty if the fastest settings work
   */
  record Outcome(double imagesPerSecond, String instructions, Optional<String> workaround) {
    public Outcome {
      Objects.requireNonNull(instructions);
      Objects.requireNonNull(workaround);
    }
  }
}
