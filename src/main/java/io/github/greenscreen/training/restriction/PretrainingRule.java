package io.github.greenscreen.training.restriction;

import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.Freeze;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import io.github.greenscreen.training.hyperparameter.Preprocessing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Excludes from a search space what contradicts pretrained weights: another normalisation than
 * theirs, and frozen layers without weights. Paths of weights become absolute.
 */
final class PretrainingRule {
  private static final String WEIGHTS = HyperparameterRegistry.WEIGHTS;

  private PretrainingRule() {}

  /**
   * Return {@code space} without these configurations.
   *
   * @throws UntrainableSpaceException if it has no others, whatever else it forbids
   */
  static SearchSpace apply(SearchSpace space) {
    return withoutFrozenNoise(withoutOtherNormalization(resolved(space)));
  }

  private static SearchSpace withoutOtherNormalization(SearchSpace space) {
    return Exclusion.without(
        space,
        "weights bring the normalisation of their own images, but preprocessing is %2$s; set"
            + " preprocessing to None",
        Choice.of(space, WEIGHTS, value -> !isNone(value)),
        Choice.of(space, "preprocessing", Preprocessing.class, each -> each != Preprocessing.NONE));
  }

  private static SearchSpace withoutFrozenNoise(SearchSpace space) {
    return Exclusion.without(
        space,
        "freeze is %2$s, but there are no pretrained weights to keep; pass --weights FILE, or set"
            + " freeze to none",
        Choice.of(space, WEIGHTS, PretrainingRule::isNone),
        Choice.of(space, "freeze", Freeze.class, each -> each != Freeze.NONE));
  }

  private static boolean isNone(String weights) {
    return weights.equalsIgnoreCase(HyperparameterRegistry.NONE);
  }

  /** Return {@code space} with absolute paths of weights, also in its rules. */
  private static SearchSpace resolved(SearchSpace space) {
    boolean isAbsolute =
        Exclusion.values(space, WEIGHTS).stream().allMatch(value -> value.equals(recorded(value)));
    if (isAbsolute) {
      return space;
    }
    Map<String, Conjunction> conditions = new LinkedHashMap<>();
    space.conditions().forEach((name, rule) -> conditions.put(name, resolved(rule)));
    return new SearchSpace(
        space.parameters().stream().map(PretrainingRule::resolved).toList(),
        conditions,
        space.forbidden().stream().map(PretrainingRule::resolved).toList());
  }

  private static Parameter resolved(Parameter parameter) {
    if (!parameter.name().equals(WEIGHTS)) {
      return parameter;
    }
    return parameter instanceof CategoricalParameter choice
        ? new CategoricalParameter(WEIGHTS, resolved(choice.values()), choice.probabilities())
        : new FixedParameter(WEIGHTS, recorded(parameter.baseline()));
  }

  private static Conjunction resolved(Conjunction rule) {
    return new Conjunction(rule.clauses().stream().map(PretrainingRule::resolved).toList());
  }

  private static Condition resolved(Condition clause) {
    return clause.parameter().equals(WEIGHTS) && !clause.values().isEmpty()
        ? Condition.of(WEIGHTS, resolved(clause.values()))
        : clause;
  }

  private static List<String> resolved(List<String> values) {
    return values.stream().map(PretrainingRule::recorded).toList();
  }

  private static String recorded(String value) {
    return HyperparameterRegistry.recorded(WEIGHTS, value);
  }
}
