package io.github.greenscreen.djl.data;

import java.util.SplittableRandom;

/** Draws from symmetric beta distributions with small parameters. */
final class Beta {
  private Beta() {}

  /**
   * Draw from Beta(α, α) for α in (0, 1] by Jöhnk's method (1964): with U, V uniform, X = U^(1/α)
   * and Y = V^(1/α), X ÷ (X + Y) given X + Y ≤ 1. If both powers underflow, their ratio is computed
   * from logarithms.
   */
  static double draw(double alpha, SplittableRandom random) {
    while (true) {
      double logX = Math.log(1 - random.nextDouble()) / alpha;
      double logY = Math.log(1 - random.nextDouble()) / alpha;
      if (Math.exp(logX) + Math.exp(logY) <= 1) {
        return 1 / (1 + Math.exp(logY - logX));
      }
    }
  }
}
