package io.github.greenscreen.training;

/** The port to an engine that trains networks. One training at a time. */
public interface Trainer {

  /**
   * Train as {@code job} says, telling {@code listener} on the calling thread, and return what the
   * trained network achieves on the test split.
   *
   * @throws UnsupportedChoiceException before anything else where this engine cannot do what the
   *     hyperparameters ask for
   * @throws DivergedException where the training loss became NaN or infinite. An engine looks at
   *     the end of every epoch and now and then within a long one, ends the epoch there, and tells
   *     it to {@code listener} first, with NaN for what it did not measure any more
   */
  TrainingResult train(TrainingJob job, TrainingObserver listener);
}
