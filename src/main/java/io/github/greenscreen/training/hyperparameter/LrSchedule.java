package io.github.greenscreen.training.hyperparameter;

/** The learning-rate schedule over the steps of a run. */
public enum LrSchedule implements ConfigChoice {
  CONSTANT("constant"),
  EXPONENTIAL("exponential"),
  POLYNOMIAL("polynomial"),
  COSINE("cosine"),
  /** A rise to the initial rate over the first 30 % of the steps, then a fall to nearly 0. */
  ONE_CYCLE("one_cycle"),
  /** A linear rise over the first 23 % of the steps, then a linear fall to 7 %. */
  TRIANGULAR("triangular");

  private final String configName;

  LrSchedule(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
