package io.github.greenscreen.training;

/**
 * What may end a training before its time: each method is told how far it is and throws {@link
 * LimitExceededException} where it shall go no further.
 */
interface TrainingGuard {
  /** Nothing ends a training. */
  TrainingGuard NONE = new TrainingGuard() {};

  /** The first epoch of this attempt begins. */
  default void trainingBegins() {}

  /** A step has ended. */
  default void stepEnded() {}

  /** An epoch of {@code seconds} has ended. */
  default void epochEnded(double seconds) {}

  /** The last epoch that has ended was not the last of the run. */
  default void epochFollows() {}
}
