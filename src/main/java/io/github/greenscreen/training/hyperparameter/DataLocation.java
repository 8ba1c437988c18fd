package io.github.greenscreen.training.hyperparameter;

/** Where the images of a training are kept (key {@code data_location} in {@code config.yaml}). */
public enum DataLocation implements ConfigChoice {
  /** In the memory of the device that trains. */
  DEVICE("device"),
  /** In the memory of the host, from which every batch is copied to the device. */
  HOST("host");

  private final String configName;

  DataLocation(String configName) {
    this.configName = configName;
  }

  @Override
  public String configName() {
    return configName;
  }
}
