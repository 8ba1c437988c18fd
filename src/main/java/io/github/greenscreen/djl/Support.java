package io.github.greenscreen.djl;

import io.github.greenscreen.training.Hyperparameters;
import io.github.greenscreen.training.Internal;
import io.github.greenscreen.training.Precision;
import io.github.greenscreen.training.UnsupportedChoiceException;

/** Says before a training begins what this version cannot train yet. */
final class Support {
  private Support() {}

  /** Throw {@link UnsupportedChoiceException} where {@code asked} cannot be trained as it says. */
  static void check(Hyperparameters asked) {
    Precision precision = asked.precision();
    if (precision != Precision.FLOAT32 && precision != Precision.FLOAT64) {
      throw new UnsupportedChoiceException(
          ("precision %s cannot be trained by this version yet; use float32 or float64"
                  + " (--set precision=float32)")
              .formatted(precision.spelling()));
    }
    if (asked.internal() != Internal.NONE) {
      throw new UnsupportedChoiceException(
          "internal %s cannot be trained by this version yet; use None (--set internal=None)"
              .formatted(asked.internal().spelling()));
    }
  }
}
