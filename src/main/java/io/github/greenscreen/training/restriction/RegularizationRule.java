package io.github.greenscreen.training.restriction;

import io.github.greenscreen.format.DecimalText;
import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.ExecutionMode;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import java.util.List;

/**
 * Excludes dropout and stochastic depth from a search space with what has no place for them:
 * integer kernels, and networks without residual branches.
 */
final class RegularizationRule {
  private static final String DROPOUT = "dropout";
  private static final String STOCHASTIC_DEPTH = "stochastic_depth";
  private static final String INTERNAL = "internal";
  private static final String MODEL = "model";

  private RegularizationRule() {}

  /**
   * Return {@code space} without these configurations.
   *
   * @throws UntrainableSpaceException if it has no others, whatever else it forbids
   */
  static SearchSpace apply(SearchSpace space) {
    SearchSpace result = space;
    for (String name : List.of(DROPOUT, STOCHASTIC_DEPTH)) {
      result =
          without(
              result,
              name,
              INTERNAL,
              Exclusion.values(space, INTERNAL, RegularizationRule::quantizes),
              "a network with %s above 0 cannot be quantised, but internal is %s; set %1$s to 0, or"
                  + " internal to None or jit_compilation");
    }
    return without(
        result,
        STOCHASTIC_DEPTH,
        MODEL,
        Exclusion.values(space, MODEL, RegularizationRule::isPlain),
        "%s above 0 needs a network with residual branches, but model is %s; set %1$s to 0, or use"
            + " another model");
  }

  /** Exclude {@code name} above 0 together with {@code values} of parameter {@code other}. */
  private static SearchSpace without(
      SearchSpace space, String name, String other, List<String> values, String sentence) {
    if (values.isEmpty() || !canBePositive(space, name)) {
      return space;
    }
    if (isPositive(space, name) && values.equals(Exclusion.values(space, other))) {
      throw new UntrainableSpaceException(sentence.formatted(name, String.join(" or ", values)));
    }
    Condition positive = Condition.between(name, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
    return Exclusion.without(
        space, new Conjunction(List.of(positive, Condition.of(other, values))));
  }

  private static boolean canBePositive(SearchSpace space, String name) {
    return space
        .find(name)
        .filter(each -> !each.isFinite() || each.values().stream().anyMatch(v -> number(v) > 0))
        .isPresent();
  }

  private static boolean isPositive(SearchSpace space, String name) {
    return space
        .find(name)
        .filter(Parameter::isFinite)
        .map(each -> each.values().stream().allMatch(value -> number(value) > 0))
        .orElse(true);
  }

  private static double number(String text) {
    return DecimalText.isNumber(text) ? Double.parseDouble(text) : 0;
  }

  private static boolean quantizes(String internal) {
    return ConfigChoice.find(ExecutionMode.class, internal)
        .filter(ExecutionMode::quantizes)
        .isPresent();
  }

  private static boolean isPlain(String model) {
    return ConfigChoice.find(NetworkKind.class, model)
        .filter(kind -> !kind.isResidual())
        .isPresent();
  }
}
