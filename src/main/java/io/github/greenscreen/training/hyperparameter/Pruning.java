package io.github.greenscreen.training.hyperparameter;

import java.util.OptionalInt;

/**
 * The pruning of weights during training. Steps are those of the optimizer.
 *
 * @param schedule how the sparsity grows; without one, the other settings have no effect
 * @param initialSparsity share of pruned weights at the beginning of a polynomial schedule, at
 *     least 0 and below 1
 * @param finalSparsity share of pruned weights in the end, above 0 and below 1
 * @param begin steps made before the first pruning, at least 0
 * @param end steps made before the last pruning, at least 1; empty for all steps of the run
 * @param frequency steps between two prunings, at least 1
 * @param scope the weights among which the smallest are pruned
 * @param structure what is pruned together
 */
public record Pruning(
    PruningSchedule schedule,
    double initialSparsity,
    double finalSparsity,
    int begin,
    OptionalInt end,
    int frequency,
    PruningScope scope,
    PruningStructure structure) {
  /** The sparsity of two zeros among each four weights. */
  public static final double TWO_OF_FOUR_SPARSITY = 0.5;

  /** Tell whether the delivered network has fewer filters than the trained one. */
  public boolean removesFilters() {
    return isActive() && structure == PruningStructure.FILTER;
  }

  /** Tell whether weights are pruned. */
  public boolean isActive() {
    return schedule != PruningSchedule.NONE;
  }
}
