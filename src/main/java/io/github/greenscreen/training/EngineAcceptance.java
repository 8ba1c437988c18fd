package io.github.greenscreen.training;

import java.util.Objects;
import java.util.function.Consumer;

/** The port to checks by which an engine shows that it computes on a device what it should. */
@FunctionalInterface
public interface EngineAcceptance {

  /**
   * Make all checks, which takes minutes.
   *
   * @param checks hears of each as it ends
   */
  void run(Consumer<Check> checks) throws InterruptedException;

  /** How a check ended. */
  enum Verdict {
    /** What was found is what should be. */
    PASSED,
    /** It is not. */
    FAILED,
    /** It could not be made here. */
    SKIPPED
  }

  /**
   * A check that has ended.
   *
   * @param part what kind of check, one or two words
   * @param subject what was checked
   * @param found what was found, with the limit that it had to keep; or why nothing was
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
