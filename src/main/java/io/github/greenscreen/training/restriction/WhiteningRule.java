package io.github.greenscreen.training.restriction;

import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.Initialization;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import java.util.List;

/** Excludes whitening of networks whose first layer cannot whiten from a search space. */
final class WhiteningRule {
  private static final String MODEL = "model";
  private static final String INITIALIZATION = "initialization";

  private WhiteningRule() {}

  /**
   * Return {@code space} without these configurations.
   *
   * @throws UntrainableSpaceException if it has no others, whatever else it forbids
   */
  static SearchSpace apply(SearchSpace space) {
    List<String> models = Exclusion.values(space, MODEL, WhiteningRule::cannotWhiten);
    List<String> whitening = Exclusion.values(space, INITIALIZATION, WhiteningRule::whitens);
    if (models.isEmpty() || whitening.isEmpty()) {
      return space;
    }
    boolean all =
        models.equals(Exclusion.values(space, MODEL))
            && whitening.equals(Exclusion.values(space, INITIALIZATION));
    if (all) {
      throw new UntrainableSpaceException(
          ("initialization whitening works with model airbench only, but model is %s; use "
                  + "airbench, or set initialization to random")
              .formatted(String.join(" or ", models)));
    }
    return Exclusion.without(
        space,
        new Conjunction(
            List.of(Condition.of(MODEL, models), Condition.of(INITIALIZATION, whitening))));
  }

  private static boolean cannotWhiten(String model) {
    return ConfigChoice.find(NetworkKind.class, model)
        .filter(kind -> !kind.canWhiten())
        .isPresent();
  }

  private static boolean whitens(String initialization) {
    return ConfigChoice.find(Initialization.class, initialization)
        .filter(kind -> kind == Initialization.WHITENING)
        .isPresent();
  }
}
