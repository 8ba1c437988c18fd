package io.github.greenscreen.training;

import java.util.Objects;
import java.util.Optional;

/** Finds out whether the engine trains on this machine, and with which settings. */
@FunctionalInterface
public interface EngineSelfTest {

  /**
   * Test a training with {@code hyperparameters}. The first time this takes some seconds.
   *
   * @throws UnsupportedChoiceException if the engine fails whatever its settings
   */
  Outcome test(Hyperparameters hyperparameters);

  /**
   * What a test found.
   *
   * @param imagesPerSecond speed in training; NaN if nothing could be found out
   * @param instructions the instruction set that the engine uses, in its own words; empty if
   *     unknown
   * @param workaround the settings that are needed and why; empty if the fastest work
   */
  record Outcome(double imagesPerSecond, String instructions, Optional<String> workaround) {
    public Outcome {
      Objects.requireNonNull(instructions);
      Objects.requireNonNull(workaround);
    }
  }
}
