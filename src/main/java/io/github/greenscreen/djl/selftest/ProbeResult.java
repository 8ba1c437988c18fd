package io.github.greenscreen.djl.selftest;

import java.util.Objects;

/**
 * The result of a few training steps in a child process.
 *
 * @param outcome the outcome
 * @param detail details in words that follow "PyTorch"; for {@link Outcome#PASSED} the instruction
 *     set of oneDNN, empty if unknown
 * @param imagesPerSecond training speed; NaN unless it passed
 */
record ProbeResult(Outcome outcome, String detail, double imagesPerSecond) {

  /** The outcome of the steps. */
  enum Outcome {
    /** All steps succeeded and gave finite numbers. */
    PASSED,
    /** The engine crashed its process. */
    CRASHED,
    /** The steps did not end in time. */
    HUNG,
    /** A loss was not finite. */
    NOT_FINITE,
    /** The engine threw an exception. */
    REFUSED,
    /** No result, for a cause outside the engine. */
    INCONCLUSIVE
  }

  ProbeResult {
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(detail);
  }

  static ProbeResult passed(double imagesPerSecond, String instructions) {
    return new ProbeResult(Outcome.PASSED, instructions, imagesPerSecond);
  }

  static ProbeResult of(Outcome outcome, String detail) {
    return new ProbeResult(outcome, detail, Double.NaN);
  }

  /** Return whether the engine is certainly at fault; an exception may have other causes. */
  boolean isFault() {
    return outcome == Outcome.CRASHED || outcome == Outcome.HUNG || outcome == Outcome.NOT_FINITE;
  }
}
