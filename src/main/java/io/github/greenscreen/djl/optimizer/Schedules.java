package io.github.greenscreen.djl.optimizer;

import ai.djl.training.tracker.Tracker;
import io.github.greenscreen.training.LrSchedule;

/**
 * Learning-rate schedules as DJL trackers; t counts steps from 0, T is the number of decay steps,
 * η₀ the initial learning rate. Formulas and defaults are those of Keras ({@code
 * keras.optimizers.schedules}).
 */
public final class Schedules {
  private static final double DECAY_RATE = 0.96;
  private static final int DECAY_INTERVAL = 1000;
  private static final double POLYNOMIAL_END = 1e-4;

  private Schedules() {}

  /**
   * Return the tracker of {@code kind}.
   *
   * <ul>
   *   <li>constant: η₀
   *   <li>exponential: η₀ · 0.96^⌊t ÷ 1000⌋, Keras's {@code ExponentialDecay} with {@code
   *       staircase}
   *   <li>polynomial: (η₀ − 1e-4)(1 − min(t, T) ÷ T) + 1e-4, {@code PolynomialDecay} with power 1
   *   <li>cosine: η₀ · ½(1 + cos(π min(t, T) ÷ T)), {@code CosineDecay} with α = 0
   * </ul>
   *
   * @param initial η₀
   * @param decaySteps T, at least 1: the steps of the whole run
   */
  public static Tracker of(LrSchedule kind, double initial, int decaySteps) {
    return switch (kind) {
      case CONSTANT -> step -> (float) initial;
      case EXPONENTIAL ->
          step -> (float) (initial * Math.pow(DECAY_RATE, Math.floorDiv(step, DECAY_INTERVAL)));
      case POLYNOMIAL ->
          step ->
              (float) ((initial - POLYNOMIAL_END) * (1 - part(step, decaySteps)) + POLYNOMIAL_END);
      case COSINE ->
          step -> (float) (initial * 0.5 * (1 + Math.cos(Math.PI * part(step, decaySteps))));
    };
  }

  private static double part(int step, int decaySteps) {
    return Math.min(step, decaySteps) / (double) decaySteps;
  }
}
