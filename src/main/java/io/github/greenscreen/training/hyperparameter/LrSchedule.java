package io.github.greenscreen.training.hyperparameter;

/** The learning-rate schedule over the steps of a run. */
public enum LrSchedule implements ConfigChoice {
  CONSTANT("constant"),
  EXPONENTIAL("exponential"),
  POLYNOMIAL("polynomial"),
  COSINE("cosine");

  private final String configName;

  LrSchedule(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
