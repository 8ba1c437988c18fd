package io.github.greenscreen.training.hyperparameter;

/** The optimiser, which turns gradients into updates. */
public enum OptimizerKind implements ConfigChoice {
  RMSPROP("RMSProp"),
  SGD("SGD"),
  ADAM("Adam"),
  ADAMW("AdamW");

  private final String configName;

  OptimizerKind(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
