package io.github.greenscreen.training;

import io.github.greenscreen.data.ImageSet;

/** The port to an engine that measures how fast it trains on this machine, in seconds. */
public interface ThroughputEstimator {

  /**
   * Train and validate a few batches of {@code images} as {@code hyperparameters} say and return
   * the speed once it is steady. Nothing is kept.
   *
   * @throws UnsupportedChoiceException where this engine cannot do what the hyperparameters ask for
   */
  Speed measure(Hyperparameters hyperparameters, ImageSet images);

  /** End a measurement in progress soon, by an exception; callable from any thread. */
  default void stop() {}

  /**
   * How fast.
   *
   * @param trainingImages images per second in training
   * @param validationImages images per second in validation
   */
  record Speed(double trainingImages, double validationImages) {}
}
