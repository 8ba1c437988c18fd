package io.github.greenscreen.training.limit;

/**
 * A guard that can end a training early: each method reports progress and throws {@link
 * LimitExceededException} if the training must end.
 */
interface TrainingGuard {
  /** A guard that never ends a training. */
  TrainingGuard NONE = new TrainingGuard() {};

  /** Called when the first epoch of this attempt begins. */
  default void trainingBegins() {}

  /** Called when a step has ended. */
  default void stepEnded() {}

  /** Called when an epoch of {@code seconds} has ended. */
  default void epochEnded(double seconds) {}

  /** Called after an epoch that is not the last of the run. */
  default void epochFollows() {}
}
