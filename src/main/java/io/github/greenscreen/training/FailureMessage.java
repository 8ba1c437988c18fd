package io.github.greenscreen.training;

import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.training.engine.DivergedException;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;

/** Describes the cause of a failed run in one sentence for {@code status.yaml} and the terminal. */
public final class FailureMessage {
  private static final int LONGEST = 300;

  private FailureMessage() {}

  /**
   * Return the reason of {@code cause}, followed by a colon and that of its root cause if it says
   * more, without names of Java classes.
   */
  public static String of(Throwable cause) {
    return cut(FailureReason.of(cause));
  }

  /** Return the first line of the message of {@code cause}, which is a complete sentence. */
  public static String ofSentence(Throwable cause) {
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    return cut(message.lines().findFirst().orElseGet(() -> FailureReason.of(cause)));
  }

  private static String cut(String sentence) {
    return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
  }

  /** Describe an unexpected exception. */
  static String ofUnexpected(Throwable cause, RunPlan plan) {
    if (cause instanceof OutOfMemoryError
        || OutOfMemoryMessages.isOne(String.valueOf(cause.getMessage()))) {
      return OutOfMemoryMessages.sentence(plan, ofSentence(cause));
    }
    return of(cause);
  }

  /** Describe a divergence and how to avoid it. */
  static String ofDivergence(DivergedException cause, RunPlan plan) {
    return "training diverged: %s; try a smaller lr than %s"
        .formatted(of(cause), value("lr", plan));
  }

  /** Return the value in the plan, or its default. */
  static String value(String name, RunPlan plan) {
    return plan.configuration()
        .find(name)
        .orElseGet(() -> HyperparameterRegistry.defaultValue(name));
  }
}
