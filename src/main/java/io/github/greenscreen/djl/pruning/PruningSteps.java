package io.github.greenscreen.djl.pruning;

import io.github.greenscreen.training.hyperparameter.Pruning;
import io.github.greenscreen.training.hyperparameter.PruningSchedule;

/**
 * The steps at which a run prunes, and the sparsity at each. With t steps made, b = {@code
 * pruning_begin}, and e = {@code pruning_end}, the sparsity of the constant schedule is the final
 * one, s, and that of the polynomial one is s + (s₀ − s)(1 − (t − b) ÷ (e − b))³ (Zhu and Gupta,
 * 2017, <a href="https://arxiv.org/abs/1710.01878">arXiv 1710.01878</a>, equation 1): {@code
 * ConstantSparsity} and {@code PolynomialDecay} of the TensorFlow Model Optimization Toolkit.
 */
final class PruningSteps {
  private static final double POWER = 3;

  private final Pruning how;
  private final int end;

  /** Create the schedule of {@code how} in a run of {@code runSteps} steps. */
  PruningSteps(Pruning how, int runSteps) {
    this.how = how;
    end = how.end().orElse(runSteps);
  }

  /** Tell whether the masks are determined after {@code step} steps. */
  boolean prunesAfter(int step) {
    boolean isWithin = step >= how.begin() && step <= end;
    return isWithin && ((step - how.begin()) % how.frequency() == 0 || step == end);
  }

  /** Return the share of pruned weights after {@code step} steps, at which the run prunes. */
  double sparsity(int step) {
    if (how.schedule() == PruningSchedule.CONSTANT) {
      return how.finalSparsity();
    }
    double left = 1 - (double) (step - how.begin()) / (end - how.begin());
    return how.finalSparsity()
        + (how.initialSparsity() - how.finalSparsity()) * Math.pow(left, POWER);
  }
}
