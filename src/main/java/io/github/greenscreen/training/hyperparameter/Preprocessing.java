package io.github.greenscreen.training.hyperparameter;

/** The preprocessing of pixels, fitted on the training split only. */
public enum Preprocessing implements ConfigChoice {
  /** Bytes as they are, 0 to 255. */
  NONE("None"),
  /** Per channel, minus mean, divided by standard deviation. */
  STANDARDIZATION("standardization"),
  /** Per channel, minus median, divided by interquartile range. */
  ROBUST_SCALING("robust_scaling"),
  /** Per channel, smallest value to 0 and largest to 1. */
  MINMAX("minmax");

  private final String configName;

  Preprocessing(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
