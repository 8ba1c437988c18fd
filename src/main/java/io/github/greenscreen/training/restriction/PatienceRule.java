package io.github.greenscreen.training.restriction;

import io.github.greenscreen.run.model.Patience;
import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.util.List;

/**
 * Excludes patience with quantisation from a search space: a network is quantised in the last
 * planned epoch, and patience tells the last one only after it.
 */
final class PatienceRule {
  private static final String PATIENCE = Patience.PARAMETER;
  private static final String INTERNAL = "internal";

  private PatienceRule() {}

  /**
   * Return {@code space} without these configurations.
   *
   * @throws UntrainableSpaceException if it has no others, whatever else it forbids
   */
  static SearchSpace apply(SearchSpace space) {
    List<String> patient = Exclusion.values(space, PATIENCE, PatienceRule::isNumber);
    List<String> modes = Exclusion.values(space, INTERNAL, PatienceRule::quantizes);
    if (patient.isEmpty() || modes.isEmpty()) {
      return space;
    }
    boolean all =
        patient.equals(Exclusion.values(space, PATIENCE))
            && modes.equals(Exclusion.values(space, INTERNAL));
    if (all) {
      throw new UntrainableSpaceException(
          ("patience %s cannot end a training with internal %s, which quantises in the last"
                  + " planned epoch; set patience to None, or internal to None or"
                  + " jit_compilation")
              .formatted(String.join(" or ", patient), String.join(" or ", modes)));
    }
    return Exclusion.without(
        space,
        new Conjunction(List.of(Condition.of(PATIENCE, patient), Condition.of(INTERNAL, modes))));
  }

  private static boolean isNumber(String patience) {
    return !patience.equalsIgnoreCase(HyperparameterRegistry.NONE);
  }

  private static boolean quantizes(String internal) {
    return ConfigChoice.find(ExecutionMode.class, internal)
        .filter(ExecutionMode::quantizes)
        .isPresent();
  }
}
