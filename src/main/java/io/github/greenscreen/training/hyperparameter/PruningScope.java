package io.github.greenscreen.training.hyperparameter;

/** The weights among which the smallest are pruned. */
public enum PruningScope implements ConfigChoice {
  /** Those of each layer, so that every layer has the same sparsity. */
  LAYER("layer"),
  /** Those of the whole network. */
  GLOBAL("global");

  private final String configName;

  PruningScope(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
