package io.github.greenscreen.djl.selftest;

import java.util.Objects;

/**
 * How a few training steps in a child process ended.
 *
 * @param outcome what happened
 * @param detail what is known about it, in words that follow "PyTorch"; for {@link Outcome#PASSED}
 *     the instruction set of oneDNN, empty if it did not tell
 * @param imagesPerSecond speed in training; NaN unless it passed
 */
record ProbeResult(Outcome outcome, String detail, double imagesPerSecond) {

  /** What happened to the steps. */
  enum Outcome {
    /** All steps were trained and gave finite numbers. */
    PASSED,
    /** The engine brought down its process. */
    CRASHED,
    /** The steps did not end in time. */
    HUNG,
    /** A loss was not finite. */
    NOT_FINITE,
    /** The engine threw an exception. */
    REFUSED,
    /** Nothing was found out, for a cause outside of the engine. */
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

  /** Tell whether the engine is at fault beyond doubt: an exception may have other causes. */
  boolean isFault() {
    return outcome == Outcome.CRASHED || outcome == Outcome.HUNG || outcome == Outcome.NOT_FINITE;
  }
}
