package io.github.greenscreen.training.benchmark;

import io.github.greenscreen.data.image.ImageSet;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.training.hyperparameter.Hyperparameters;

/** Port to an engine that measures its training speed on this machine within seconds. */
public interface ThroughputEstimator {

  /**
   * Train and validate a few batches of {@code images} with {@code hyperparameters} and return the
   * steady speed. Nothing is saved.
   *
   * @throws UnsupportedChoiceException if this engine does not support the hyperparameters
   */
  Speed measure(Hyperparameters hyperparameters, ImageSet images);

  /** End the current measurement soon, by an exception; callable from any thread. */
  default void stop() {}

  /**
   * The measured speed.
   *
   * @param trainingImages images per second in training
   * @param validationImages images per second in validation
   */
  record Speed(double trainingImages, double validationImages) {}
}
