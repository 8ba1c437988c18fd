package io.github.greenscreen.training.hyperparameter;

/**
 * Where the images of a training are kept, and how batches of them reach the device.
 *
 * @param location where they are kept
 * @param isPinned whether batches from the host are copied from pinned memory, so that the host
 *     does not wait for the copy
 */
public record DataPlacement(Location location, boolean isPinned) {
  /** All images are on the device. */
  public static final DataPlacement ON_DEVICE = new DataPlacement(Location.DEVICE, false);

  /** Where images are kept (key {@code data_location} in {@code config.yaml}). */
  public enum Location implements ConfigChoice {
    /** In the memory of the device that trains. */
    DEVICE("device"),
    /** In the memory of the host, from which every batch is copied to the device. */
    HOST("host");

    private final String configName;

    Location(String configName) {
      this.configName = configName;
    }

    @Override
    public String configName() {
      return configName;
    }
  }
}
