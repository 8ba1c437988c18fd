package io.github.greenscreen.training.restriction;

import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
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
  private static final String PREPROCESSING = "preprocessing";
  private static final String FREEZE = "freeze";

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
    List<String> files = Exclusion.values(space, WEIGHTS, value -> !isNone(value));
    List<String> scalings = Exclusion.values(space, PREPROCESSING, PretrainingRule::scales);
    if (files.isEmpty() || scalings.isEmpty()) {
      return space;
    }
    refuseAll(
        space,
        files,
        PREPROCESSING,
        scalings,
        "weights bring the normalisation of their own images, but preprocessing is %s; set "
            + "preprocessing to None");
    return without(space, files, PREPROCESSING, scalings);
  }

  private static SearchSpace withoutFrozenNoise(SearchSpace space) {
    List<String> none = Exclusion.values(space, WEIGHTS, PretrainingRule::isNone);
    List<String> frozen = Exclusion.values(space, FREEZE, PretrainingRule::freezes);
    if (none.isEmpty() || frozen.isEmpty()) {
      return space;
    }
    refuseAll(
        space,
        none,
        FREEZE,
        frozen,
        "freeze is %s, but there are no pretrained weights to keep; pass --weights FILE, or set "
            + "freeze to none");
    SearchSpace whole =
        space.find(WEIGHTS).isPresent()
            ? space
            : space.and(new FixedParameter(WEIGHTS, HyperparameterRegistry.NONE));
    return without(whole, none, FREEZE, frozen);
  }

  private static void refuseAll(
      SearchSpace space, List<String> weights, String name, List<String> values, String sentence) {
    if (weights.equals(Exclusion.values(space, WEIGHTS))
        && values.equals(Exclusion.values(space, name))) {
      throw new UntrainableSpaceException(sentence.formatted(String.join(" or ", values)));
    }
  }

  private static SearchSpace without(
      SearchSpace space, List<String> weights, String name, List<String> values) {
    return Exclusion.without(
        space,
        new Conjunction(List.of(Condition.of(WEIGHTS, weights), Condition.of(name, values))));
  }

  private static boolean isNone(String weights) {
    return weights.equalsIgnoreCase(HyperparameterRegistry.NONE);
  }

  private static boolean scales(String preprocessing) {
    return ConfigChoice.find(Preprocessing.class, preprocessing)
        .filter(choice -> choice != Preprocessing.NONE)
        .isPresent();
  }

  private static boolean freezes(String freeze) {
    return ConfigChoice.find(Freeze.class, freeze)
        .filter(choice -> choice != Freeze.NONE)
        .isPresent();
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
