package io.github.greenscreen.config;

import io.github.greenscreen.space.SearchSpace;
import java.util.List;
import java.util.function.UnaryOperator;

/** The rules that exclude what the built-in trainer cannot train from a search space, in order. */
final class TrainerRules {
  private static final List<UnaryOperator<SearchSpace>> ALL =
      List.of(
          QuantizationRule::apply,
          ImageSizeRule::apply,
          PretrainingRule::apply,
          WhiteningRule::apply,
          PatienceRule::apply,
          PruningRule::apply);

  private TrainerRules() {}

  /**
   * Return {@code space} without the configurations that cannot be trained.
   *
   * @throws ConfigException if it has no others
   */
  static SearchSpace apply(SearchSpace space) {
    SearchSpace result = space;
    for (UnaryOperator<SearchSpace> rule : ALL) {
      result = rule.apply(result);
    }
    return result;
  }
}
