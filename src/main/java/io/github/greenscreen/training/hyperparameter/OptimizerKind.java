package io.github.greenscreen.training.hyperparameter;

/** The optimiser, which turns gradients into updates. */
public enum OptimizerKind implements ConfigChoice {
  RMSPROP("RMSProp"),
  SGD("SGD"),
  ADAM("Adam"),
  ADAMW("AdamW");

  private final String spelling;

  OptimizerKind(String spelling) {
    this.spelling = spelling;
  }

  @Override
  public String spelling() {
    return spelling;
  }
}
