package io.github.greenscreen.training.restriction;

import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.DataPlacement;
import java.util.List;

/** Excludes pinned memory from a search space for images that are not on the host. */
final class DataPlacementRule {
  private static final String LOCATION = "data_location";
  private static final String PINNED = "pin_memory";

  private DataPlacementRule() {}

  /**
   * Return {@code space} without these configurations.
   *
   * @throws UntrainableSpaceException if it has no others, whatever else it forbids
   */
  static SearchSpace apply(SearchSpace space) {
    List<String> pinned = Exclusion.values(space, PINNED, Boolean::parseBoolean);
    List<String> others = Exclusion.values(space, LOCATION, DataPlacementRule::isNotHost);
    if (pinned.isEmpty() || others.isEmpty()) {
      return space;
    }
    if (pinned.equals(Exclusion.values(space, PINNED))
        && others.equals(Exclusion.values(space, LOCATION))) {
      throw new UntrainableSpaceException(
          "pin_memory true is for images that the host copies, but data_location is device; set"
              + " pin_memory to false, or data_location to host");
    }
    SearchSpace whole =
        space.find(LOCATION).isPresent()
            ? space
            : space.and(new FixedParameter(LOCATION, DataPlacement.Location.DEVICE.configName()));
    return Exclusion.without(
        whole,
        new Conjunction(List.of(Condition.of(PINNED, pinned), Condition.of(LOCATION, others))));
  }

  private static boolean isNotHost(String location) {
    return !location.equals(DataPlacement.Location.HOST.configName());
  }
}
