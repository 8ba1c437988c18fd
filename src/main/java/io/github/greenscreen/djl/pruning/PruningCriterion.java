package io.github.greenscreen.djl.pruning;

import ai.djl.ndarray.NDArray;
import io.github.greenscreen.djl.torchscript.ScriptModule;
import java.util.List;
import java.util.Map;

/** Chooses what is pruned. */
interface PruningCriterion {
  /** Return the places of the arrays that have masks among the trainable arrays of the network. */
  int[] places();

  /**
   * Set the masks to 0 where something is pruned and to 1 elsewhere.
   *
   * @param script has {@link Pruner#METHODS}
   * @param weights the arrays that have masks
   * @param masks their masks, in the same order
   * @param sparsity share of what is pruned
   */
  void choose(ScriptModule script, List<NDArray> weights, List<NDArray> masks, double sparsity);

  /**
   * Return the numbers of the filters that {@code masks} keep, by the name of their convolution,
   * for each that loses some.
   */
  default Map<String, long[]> keptFilters(ScriptModule script, List<NDArray> masks) {
    return Map.of();
  }
}
