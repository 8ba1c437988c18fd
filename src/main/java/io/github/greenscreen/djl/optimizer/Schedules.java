package io.github.greenscreen.djl.optimizer;

import ai.djl.training.tracker.Tracker;
import io.github.greenscreen.training.hyperparameter.LearningRate;

/**
 * Learning-rate schedules as DJL trackers. In the formulas, t counts steps of the optimizer from 0
 * and continues across epochs, η₀ is the initial learning rate, and T the parameter {@code
 * decay_steps}. Formulas and defaults are those of <a
 * href="https://keras.io/api/optimizers/learning_rate_schedules/">Keras</a> ({@code
 * keras.optimizers.schedules}). Thread-safe.
 */
public final class Schedules {
  private static final double DECAY_RATE = 0.96;
  private static final int INTERVAL = 1000;
  private static final double POLYNOMIAL_END = 1e-4;

  /** PyTorch's defaults of one cycle: its rise, and the rate before and after it. */
  private static final double RISE = 0.3;

  private static final double CYCLE_BEGIN = 1 / 25.0;
  private static final double CYCLE_END = CYCLE_BEGIN / 1e4;

  /** Keller Jordan's triangle: its rise, and the rate before and after it. */
  private static final double TRIANGLE_RISE = 0.23;

  private static final double TRIANGLE_BEGIN = 0.2;
  private static final double TRIANGLE_END = 0.07;

  private Schedules() {}

  /**
   * Return the tracker of {@code rate}. In a warm-up of W steps, step t has the rate η₀(t + 1) ÷ W;
   * the schedule begins after it and counts t from there.
   *
   * <ul>
   *   <li>constant: η₀
   *   <li>exponential: η₀ · 0.96^⌊t ÷ T⌋, {@code ExponentialDecay} with {@code staircase}; T
   *       defaults to 1,000, because with the length of the run the rate would be constant
   *   <li>polynomial: (η₀ − 1e-4)(1 − min(t, T) ÷ T) + 1e-4, {@code PolynomialDecay} with power 1;
   *       a rate below 1e-4 rises, as in Keras
   *   <li>one_cycle: PyTorch's {@code OneCycleLR} with its defaults: half a cosine from η₀ ÷ 25 to
   *       η₀ over the first 30 % of T steps, and another to η₀ ÷ 250,000 (Smith and Topin, 2017, <a
   *       href="https://arxiv.org/abs/1708.07120">arXiv 1708.07120</a>)
   *   <li>triangular: linear from 0.2 η₀ to η₀ in step ⌊0.23 T⌋, and from there to 0.07 η₀ in step
   *       T (Jordan, 2024, <a href="https://arxiv.org/abs/2404.00498">arXiv 2404.00498</a>)
   *   <li>cosine: η₀ · ½(1 + cos(π min(t, T) ÷ T)), {@code CosineDecay} with α = 0 and no warm-up
   * </ul>
   *
   * @param runSteps steps of the whole run, at least 1
   */
  public static Tracker of(LearningRate rate, int runSteps) {
    int warmup = rate.warmupSteps();
    Tracker schedule = schedule(rate, Math.max(1, runSteps - warmup));
    return step ->
        step < warmup
            ? (float) (rate.initial() * (step + 1) / warmup)
            : schedule.getNewValue(step - warmup);
  }

  private static Tracker schedule(LearningRate rate, int steps) {
    double initial = rate.initial();
    int interval = rate.decaySteps().orElse(INTERVAL);
    int length = rate.decaySteps().orElse(steps);
    return switch (rate.schedule()) {
      case CONSTANT -> step -> (float) initial;
      case EXPONENTIAL ->
          step -> (float) (initial * Math.pow(DECAY_RATE, Math.floorDiv(step, interval)));
      case POLYNOMIAL ->
          step -> (float) ((initial - POLYNOMIAL_END) * (1 - part(step, length)) + POLYNOMIAL_END);
      case COSINE -> step -> (float) (initial * 0.5 * (1 + Math.cos(Math.PI * part(step, length))));
      case ONE_CYCLE -> step -> (float) (initial * cycle(step, length));
      case TRIANGULAR -> step -> (float) (initial * triangle(step, length));
    };
  }

  /** Return the rate of step {@code step} of one cycle as a share of the largest. */
  private static double cycle(int step, int length) {
    double last = Math.max(1, length - 1);
    double peak = RISE * length - 1;
    if (step <= peak) {
      return halfCosine(CYCLE_BEGIN, 1, step / peak);
    }
    return halfCosine(1, CYCLE_END, (Math.min(step, last) - peak) / (last - peak));
  }

  /** Return the rate of step {@code step} of a triangle as a share of the largest. */
  private static double triangle(int step, int length) {
    int peak = (int) (TRIANGLE_RISE * length);
    if (step < peak) {
      return TRIANGLE_BEGIN + (1 - TRIANGLE_BEGIN) * step / peak;
    }
    return 1 - (1 - TRIANGLE_END) * (Math.min(step, length) - peak) / (length - peak);
  }

  private static double halfCosine(double from, double to, double part) {
    return to + (from - to) * 0.5 * (1 + Math.cos(Math.PI * part));
  }

  private static double part(int step, int length) {
    return Math.min(step, length) / (double) length;
  }
}
