package io.github.greenscreen.djl.optimizer;

import ai.djl.training.tracker.Tracker;
import io.github.greenscreen.training.hyperparameter.LrSchedule;
import java.util.OptionalInt;

/**
 * Learning-rate schedules as DJL trackers. In the formulas, t counts steps (batches) from 0 and
 * continues across epochs, η₀ is the initial learning rate, and T the parameter {@code
 * decay_steps}. Formulas and defaults are those of <a
 * href="https://keras.io/api/optimizers/learning_rate_schedules/">Keras</a> ({@code
 * keras.optimizers.schedules}). Thread-safe.
 */
public final class Schedules {
  private static final double DECAY_RATE = 0.96;
  private static final int INTERVAL = 1000;
  private static final double POLYNOMIAL_END = 1e-4;

  private Schedules() {}

  /**
   * Return the tracker of {@code kind}.
   *
   * <ul>
   *   <li>constant: η₀
   *   <li>exponential: η₀ · 0.96^⌊t ÷ T⌋, {@code ExponentialDecay} with {@code staircase}; T
   *       defaults to 1,000, because with the length of the run the rate would be constant
   *   <li>polynomial: (η₀ − 1e-4)(1 − min(t, T) ÷ T) + 1e-4, {@code PolynomialDecay} with power 1;
   *       a rate below 1e-4 rises, as in Keras
   *   <li>cosine: η₀ · ½(1 + cos(π min(t, T) ÷ T)), {@code CosineDecay} with α = 0 and no warm-up
   * </ul>
   *
   * @param initial η₀
   * @param decaySteps T, at least 1; empty for the steps of the run, 1,000 for exponential decay
   * @param runSteps steps of the whole run, at least 1
   */
  public static Tracker of(LrSchedule kind, double initial, OptionalInt decaySteps, int runSteps) {
    int interval = decaySteps.orElse(INTERVAL);
    int length = decaySteps.orElse(runSteps);
    return switch (kind) {
      case CONSTANT -> step -> (float) initial;
      case EXPONENTIAL ->
          step -> (float) (initial * Math.pow(DECAY_RATE, Math.floorDiv(step, interval)));
      case POLYNOMIAL ->
          step -> (float) ((initial - POLYNOMIAL_END) * (1 - part(step, length)) + POLYNOMIAL_END);
      case COSINE -> step -> (float) (initial * 0.5 * (1 + Math.cos(Math.PI * part(step, length))));
    };
  }

  private static double part(int step, int length) {
    return Math.min(step, length) / (double) length;
  }
}
