package io.github.greenscreen.training.restriction;

import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.DataPlacement;

/** Excludes pinned memory from a search space for images that are not on the host. */
final class DataPlacementRule {
  private DataPlacementRule() {}

  /**
   * Return {@code space} without these configurations.
   *
   * @throws UntrainableSpaceException if it has no others, whatever else it forbids
   */
  static SearchSpace apply(SearchSpace space) {
    return Exclusion.without(
        space,
        "pin_memory true is for images that the host copies, but data_location is device; set"
            + " pin_memory to false, or data_location to host",
        Choice.of(space, "pin_memory", Boolean::parseBoolean),
        Choice.of(
            space,
            "data_location",
            DataPlacement.Location.class,
            each -> each != DataPlacement.Location.HOST));
  }
}
