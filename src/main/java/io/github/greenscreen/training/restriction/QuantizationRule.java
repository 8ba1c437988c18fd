package io.github.greenscreen.training.restriction;

import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import java.util.List;

/** Excludes the quantisation of networks without integer kernels from a search space. */
final class QuantizationRule {
  private static final String MODEL = "model";
  private static final String INTERNAL = "internal";

  private QuantizationRule() {}

  /**
   * Return {@code space} without these configurations.
   *
   * @throws UntrainableSpaceException if it has no others, whatever else it forbids
   */
  static SearchSpace apply(SearchSpace space) {
    List<String> models = Exclusion.values(space, MODEL, QuantizationRule::isNotQuantizable);
    List<String> modes = Exclusion.values(space, INTERNAL, QuantizationRule::quantizes);
    if (models.isEmpty() || modes.isEmpty()) {
      return space;
    }
    boolean all =
        models.equals(Exclusion.values(space, MODEL))
            && modes.equals(Exclusion.values(space, INTERNAL));
    if (all) {
      throw new UntrainableSpaceException(
          ("model %s cannot be quantised, but internal is %s; use a ResNet, or set internal to "
                  + "None or jit_compilation")
              .formatted(String.join(" or ", models), String.join(" or ", modes)));
    }
    return Exclusion.without(
        space,
        new Conjunction(List.of(Condition.of(MODEL, models), Condition.of(INTERNAL, modes))));
  }

  private static boolean isNotQuantizable(String model) {
    return ConfigChoice.find(NetworkKind.class, model)
        .filter(kind -> !kind.isQuantizable())
        .isPresent();
  }

  private static boolean quantizes(String internal) {
    return ConfigChoice.find(ExecutionMode.class, internal)
        .filter(ExecutionMode::quantizes)
        .isPresent();
  }
}
