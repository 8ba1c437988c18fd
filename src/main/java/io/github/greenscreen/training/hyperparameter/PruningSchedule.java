package io.github.greenscreen.training.hyperparameter;

/** How the sparsity of the weights grows over the steps of a run. */
public enum PruningSchedule implements ConfigChoice {
  /** No weight is pruned. */
  NONE("none"),
  /** The final sparsity from the first pruning on. */
  CONSTANT("constant"),
  /** From the initial to the final sparsity, fast at first (Zhu and Gupta, 2017). */
  POLYNOMIAL("polynomial");

  private final String configName;

  PruningSchedule(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
