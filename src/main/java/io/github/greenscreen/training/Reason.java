package io.github.greenscreen.training;

import io.github.greenscreen.run.RunPlan;

/** Puts the cause of a failed run into one sentence for {@code status.yaml} and the terminal. */
final class Reason {
  private static final int LONGEST = 300;

  private Reason() {}

  /** Take the sentence of an exception whose message is meant for users. */
  static String of(Throwable cause) {
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    String line =
        message.lines().map(String::strip).filter(s -> !s.isEmpty()).findFirst().orElse("");
    String sentence = line.isEmpty() ? cause.getClass().getSimpleName() : line;
    return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
  }

  /** Say what is known of an exception that nobody foresaw. */
  static String ofUnexpected(Throwable cause, RunPlan plan) {
    if (cause instanceof OutOfMemoryError
        || MemoryFault.isOne(String.valueOf(cause.getMessage()))) {
      return MemoryFault.sentence(plan, of(cause));
    }
    String name = cause.getClass().getSimpleName();
    return of(cause).equals(name) ? name : name + ": " + of(cause);
  }

  /** Say that training has left the numbers and what to try. */
  static String ofDivergence(DivergedException cause, RunPlan plan) {
    return "training diverged: %s; try a smaller lr than %s"
        .formatted(of(cause), value("lr", plan));
  }

  /** Return what the run asks for, or what counts where it does not. */
  static String value(String name, RunPlan plan) {
    return plan.configuration().find(name).orElseGet(() -> Vocabulary.fallback(name));
  }
}
