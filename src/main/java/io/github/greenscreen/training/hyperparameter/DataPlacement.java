package io.github.greenscreen.training.hyperparameter;

/**
 * Where the images of a training are kept, and how batches of them reach the device.
 *
 * @param location where they are kept
 * @param isPinned whether batches from the host are copied from pinned memory, so that the host
 *     does not wait for the copy
 */
public record DataPlacement(DataLocation location, boolean isPinned) {
  /** All images are on the device. */
  public static final DataPlacement ON_DEVICE = new DataPlacement(DataLocation.DEVICE, false);
}
