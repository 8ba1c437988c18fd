package io.github.greenscreen.training;

import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.training.engine.DivergedException;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Describes the cause of a failed run in one sentence for {@code status.yaml} and the terminal. */
public final class FailureMessage {
  private static final int LONGEST = 300;

  private FailureMessage() {}

  /**
   * Return the first line of the message of {@code cause}, followed by a colon and that of its root
   * cause if it says more. An exception without a message is named by its class.
   */
  public static String of(Throwable cause) {
    String line = firstLine(cause);
    String root = firstLine(root(cause));
    String whole = line.isEmpty() ? root : line;
    if (!root.isEmpty() && !whole.contains(root)) {
      whole = whole + ": " + root;
    }
    return cut(whole.isEmpty() ? cause.getClass().getSimpleName() : whole);
  }

  /** Return the first line of the message of {@code cause}, which is a complete sentence. */
  public static String ofSentence(Throwable cause) {
    String line = firstLine(cause);
    return cut(line.isEmpty() ? cause.getClass().getSimpleName() : line);
  }

  private static String cut(String sentence) {
    return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
  }

  /** Return the root cause; if the chain is cyclic, stop somewhere in it. */
  private static Throwable root(Throwable cause) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable root = cause;
    while (root.getCause() != null && seen.add(root)) {
      root = root.getCause();
    }
    return root;
  }

  private static String firstLine(Throwable problem) {
    String message = problem.getMessage() == null ? "" : problem.getMessage();
    return message.lines().map(String::strip).filter(s -> !s.isEmpty()).findFirst().orElse("");
  }

  /** Describe an unexpected exception. */
  static String ofUnexpected(Throwable cause, RunPlan plan) {
    if (cause instanceof OutOfMemoryError
        || OutOfMemoryMessages.isOne(String.valueOf(cause.getMessage()))) {
      return OutOfMemoryMessages.sentence(plan, of(cause));
    }
    String name = cause.getClass().getSimpleName();
    return of(cause).equals(name) ? name : name + ": " + of(cause);
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
