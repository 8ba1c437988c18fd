package io.github.greenscreen.training.engine;

/** Port to an engine that trains networks, one training at a time. */
public interface Trainer {

  /**
   * Train according to {@code job}, report to {@code listener} on the calling thread, and return
   * the results of the trained network on the test split.
   *
   * @throws UnsupportedChoiceException before anything else, if this engine does not support the
   *     hyperparameters
   * @throws DivergedException if the training loss becomes NaN or infinite. An engine checks at the
   *     end of every epoch and occasionally within a long one; it ends the epoch there and reports
   *     it to {@code listener} first, with NaN for metrics that it did not measure
   */
  TrainingResult train(TrainingJob job, TrainingObserver listener);
}
