package io.github.greenscreen.search.gp;

import java.util.Arrays;

/**
 * Maximises {@link Likelihood} over the hyperparameters with resilient propagation (Rprop,
 * Riedmiller and Braun 1993, in the variant iRprop⁻ of Igel and Hüsken 2003). Only the sign of the
 * gradient is used, so no step size needs tuning; a fixed number of steps bounds the time.
 */
final class HyperparameterFitter {
  private static final int STEPS = 40;
  private static final double FIRST_STEP = 0.3;
  private static final double GROWTH = 1.2;
  private static final double SHRINKAGE = 0.5;
  private static final double LONGEST_STEP = 1;
  private static final double SMALL_ENOUGH = 0.01;
  private static final double BOUND = Math.log(1e6);
  private static final double MIN_NOISE = Math.log(1e-6);

  private HyperparameterFitter() {}

  /** Return the best hyperparameters found for points of {@code coordinates} coordinates. */
  static KernelHyperparameters of(Likelihood likelihood, int coordinates) {
    double[] at = new double[coordinates + 2];
    at[coordinates + 1] = Math.log(1e-2);
    double[] best = at.clone();
    double[] steps = new double[at.length];
    Arrays.fill(steps, FIRST_STEP);
    double[] before = new double[at.length];
    double[] gradient = new double[at.length];
    double highest = Double.NEGATIVE_INFINITY;
    for (int step = 0; step < STEPS && longest(steps) > SMALL_ENOUGH; step++) {
      double value = likelihood.at(at, gradient);
      if (value > highest) {
        highest = value;
        best = at.clone();
      }
      move(at, steps, gradient, before);
    }
    return KernelHyperparameters.of(best);
  }

  private static void move(double[] at, double[] steps, double[] gradient, double[] before) {
    for (int p = 0; p < at.length; p++) {
      double turn = gradient[p] * before[p];
      steps[p] = Math.min(LONGEST_STEP, steps[p] * (turn < 0 ? SHRINKAGE : turn > 0 ? GROWTH : 1));
      before[p] = turn < 0 ? 0 : gradient[p];
      double least = p == at.length - 1 ? MIN_NOISE : -BOUND;
      at[p] = Math.max(least, Math.min(BOUND, at[p] + Math.signum(before[p]) * steps[p]));
    }
  }

  private static double longest(double[] steps) {
    return Arrays.stream(steps).max().orElse(0);
  }
}
