package io.github.greenscreen.training.restriction;

import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import java.util.List;
import java.util.function.Predicate;

/**
 * Some values of a parameter of a search space.
 *
 * @param name name of the parameter
 * @param values the values; an empty list if it has none of them
 * @param isWhole whether it has no others
 * @param isParameter whether the space has the parameter; otherwise the value is its default
 */
record Choice(String name, List<String> values, boolean isWhole, boolean isParameter) {
  /** Return the values of parameter {@code name} in {@code space} that {@code chosen} accepts. */
  static Choice of(SearchSpace space, String name, Predicate<String> chosen) {
    List<String> values = Exclusion.values(space, name, chosen);
    boolean isWhole = values.equals(Exclusion.values(space, name));
    return new Choice(name, values, isWhole, space.find(name).isPresent());
  }

  /** Return those that name a constant of {@code type} which {@code chosen} accepts. */
  static <E extends Enum<E> & ConfigChoice> Choice of(
      SearchSpace space, String name, Class<E> type, Predicate<E> chosen) {
    return of(space, name, text -> ConfigChoice.find(type, text).filter(chosen).isPresent());
  }

  /** Return the condition that the parameter has one of the values. */
  Condition condition() {
    return Condition.of(name, values);
  }
}
