package io.github.greenscreen.training.hyperparameter;

/** What is pruned together. */
public enum PruningStructure implements ConfigChoice {
  /** Each weight alone. */
  UNSTRUCTURED("unstructured"),
  /** Two of each four consecutive inputs (Mishra et al., 2021). */
  TWO_OF_FOUR("2:4"),
  /** Whole filters of convolutions (Li et al., 2016), which the delivered network does not have. */
  FILTER("filter");

  private final String configName;

  PruningStructure(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
