package io.github.greenscreen.training.hyperparameter;

/** The optimizer, which turns gradients into updates. */
public enum OptimizerKind implements ConfigChoice {
  RMSPROP("RMSProp"),
  SGD("SGD"),
  ADAM("Adam"),
  /** Adam with decoupled weight decay. */
  ADAMW("AdamW", 0.001),
  /** SGD with Nesterov momentum; without momentum, SGD. */
  NESTEROV("Nesterov"),
  /** Nesterov momentum whose updates of matrices are made orthogonal (Jordan et al., 2024). */
  MUON("Muon");

  private final String configName;
  private final double weightDecay;

  OptimizerKind(String configName) {
    this(configName, 0);
  }

  OptimizerKind(String configName, double weightDecay) {
    this.configName = configName;
    this.weightDecay = weightDecay;
  }

  /** Return its weight decay if a configuration does not set it. */
  public double weightDecay() {
    return weightDecay;
  }

  @Override
  public String configName() {
    return configName;
  }
}
