package io.github.greenscreen.training.restriction;

import io.github.greenscreen.space.SearchSpace;
import java.util.List;
import java.util.function.UnaryOperator;

/** The configurations of a search space that the built-in trainer can train. */
public final class TrainableSpace {
  private static final List<UnaryOperator<SearchSpace>> RULES =
      List.of(
          QuantizationRule::apply,
          ImageSizeRule::apply,
          PretrainingRule::apply,
          WhiteningRule::apply,
          PatienceRule::apply,
          PruningRule::apply,
          RegularizationRule::apply,
          DataPlacementRule::apply);

  private TrainableSpace() {}

  /**
   * Return {@code space} without the combinations that cannot be trained.
   *
   * @throws UntrainableSpaceException if none can be trained
   */
  public static SearchSpace of(SearchSpace space) {
    SearchSpace result = space;
    for (UnaryOperator<SearchSpace> rule : RULES) {
      result = rule.apply(result);
    }
    return result;
  }
}
