package io.github.greenscreen.training.hyperparameter;

/** The positions at which weights may be pruned. */
public enum PruningStructure implements ConfigChoice {
  /** Any positions. */
  UNSTRUCTURED("unstructured"),
  /** Two of each four consecutive inputs (Mishra et al., 2021). */
  TWO_OF_FOUR("2:4");

  private final String configName;

  PruningStructure(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
