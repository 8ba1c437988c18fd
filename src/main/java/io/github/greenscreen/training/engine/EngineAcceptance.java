package io.github.greenscreen.training.engine;

import java.util.Objects;
import java.util.function.Consumer;

/** Port to the acceptance checks of an engine: whether it computes correctly on a device. */
@FunctionalInterface
public interface EngineAcceptance {

  /**
   * Run all checks, which takes minutes.
   *
   * @param checks receives the result of each check
   */
  void run(Consumer<Check> checks) throws InterruptedException;

  /** The verdict of a check. */
  public enum Verdict {
    /** The check passed. */
    PASSED,
    /** The check failed. */
    FAILED,
    /** The check cannot be run on this machine. */
    SKIPPED
  }

  /**
   * The result of a check.
   *
   * @param part kind of check, one or two words
   * @param subject subject of the check
   * @param found the result and its limit, or why the check was skipped
   */
  record Check(Verdict verdict, String part, String subject, String found) {
    public Check {
      Objects.requireNonNull(verdict);
      Objects.requireNonNull(part);
      Objects.requireNonNull(subject);
      Objects.requireNonNull(found);
    }
  }
}
