package io.github.greenscreen.training.restriction;

import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Excludes combinations that the built-in trainer cannot train from a search space. */
final class Exclusion {
  private Exclusion() {}

  /** Return {@code space} in which {@code rule} is forbidden. */
  static SearchSpace without(SearchSpace space, Conjunction rule) {
    if (space.forbidden().contains(rule)) {
      return space;
    }
    List<Conjunction> forbidden = new ArrayList<>(space.forbidden());
    forbidden.add(rule);
    return new SearchSpace(space.parameters(), space.conditions(), forbidden);
  }

  /**
   * Return {@code space} without the configurations that have one of the values of each of {@code
   * choices}.
   *
   * @param sentence the error if it has no others; its parameters are the values of the choices
   * @throws UntrainableSpaceException if it has no others, whatever else it forbids
   */
  static SearchSpace without(SearchSpace space, String sentence, Choice... choices) {
    List<Choice> all = List.of(choices);
    if (all.stream().anyMatch(choice -> choice.values().isEmpty())) {
      return space;
    }
    if (all.stream().allMatch(Choice::isWhole)) {
      Object[] found = all.stream().map(choice -> String.join(" or ", choice.values())).toArray();
      throw new UntrainableSpaceException(sentence.formatted(found));
    }
    SearchSpace whole = space;
    for (Choice choice : all) {
      if (!choice.isParameter()) {
        whole = whole.and(defaultOf(choice.name()));
      }
    }
    return without(whole, new Conjunction(all.stream().map(Choice::condition).toList()));
  }

  /** A parameter with its default can be given another value later, which lifts the rule. */
  private static FixedParameter defaultOf(String name) {
    return new FixedParameter(name, HyperparameterRegistry.defaultValue(name));
  }

  /**
   * Return the values of parameter {@code name} that {@code chosen} accepts; if {@code space} lacks
   * it, of its default.
   */
  static List<String> values(SearchSpace space, String name, Predicate<String> chosen) {
    return values(space, name).stream().filter(chosen).toList();
  }

  /** Return all values of parameter {@code name}; if {@code space} lacks it, its default. */
  static List<String> values(SearchSpace space, String name) {
    return space
        .find(name)
        .map(parameter -> parameter.values().stream())
        .orElseGet(() -> Stream.of(HyperparameterRegistry.defaultValue(name)))
        .toList();
  }
}
