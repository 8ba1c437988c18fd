package io.github.greenscreen.training.hyperparameter;

/** Which layers keep their weights during training. */
public enum Freeze implements ConfigChoice {
  NONE("none"),
  /** All but the last layer, which computes the classes. */
  BACKBONE("backbone");

  private final String configName;

  Freeze(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
