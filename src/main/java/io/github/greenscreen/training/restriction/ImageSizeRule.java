package io.github.greenscreen.training.restriction;

import io.github.greenscreen.space.Condition;
import io.github.greenscreen.space.Conjunction;
import io.github.greenscreen.space.FixedParameter;
import io.github.greenscreen.space.SearchSpace;
import io.github.greenscreen.training.hyperparameter.ConfigChoice;
import io.github.greenscreen.training.hyperparameter.HyperparameterRegistry;
import io.github.greenscreen.training.hyperparameter.NetworkKind;
import java.util.List;
import java.util.Optional;

/**
 * Excludes images of sizes that a network cannot read from a search space, and names the size of
 * images from a folder, which have no size of their own.
 */
final class ImageSizeRule {
  private static final String MODEL = "model";
  private static final String SIZE = "image_size";

  private ImageSizeRule() {}

  /**
   * Return {@code space} without these configurations, and with the default size if a folder has
   * none.
   *
   * @throws UntrainableSpaceException if a network can read no size of the space, or a size is read
   *     by none
   */
  static SearchSpace apply(SearchSpace space) {
    boolean lacksSize =
        Exclusion.values(space, "dataset").contains("folder") && space.find(SIZE).isEmpty();
    String defaultSize = HyperparameterRegistry.defaultValue(SIZE);
    return exclude(lacksSize ? space.and(new FixedParameter(SIZE, defaultSize)) : space);
  }

  private static SearchSpace exclude(SearchSpace space) {
    List<String> models = Exclusion.values(space, MODEL);
    List<String> sizes = Exclusion.values(space, SIZE);
    models.forEach(model -> refuseAll(sizes.stream().map(size -> problem(model, size)).toList()));
    sizes.forEach(size -> refuseAll(models.stream().map(model -> problem(model, size)).toList()));
    SearchSpace result = space;
    for (String size : sizes) {
      Optional<Conjunction> rule = rule(models, size);
      if (rule.isPresent()) {
        result = Exclusion.without(result, rule.get());
      }
    }
    return result;
  }

  private static void refuseAll(List<Optional<String>> problems) {
    if (!problems.isEmpty() && problems.stream().allMatch(Optional::isPresent)) {
      throw new UntrainableSpaceException(problems.get(0).orElseThrow());
    }
  }

  /** Return the rule against networks that cannot read {@code size}, if there are any. */
  private static Optional<Conjunction> rule(List<String> models, String size) {
    List<String> unreadable =
        models.stream().filter(model -> problem(model, size).isPresent()).toList();
    return unreadable.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Conjunction(
                List.of(Condition.of(MODEL, unreadable), Condition.of(SIZE, List.of(size)))));
  }

  private static Optional<String> problem(String model, String size) {
    return HyperparameterRegistry.problem(SIZE, size).isPresent()
        ? Optional.empty()
        : ConfigChoice.find(NetworkKind.class, model)
            .flatMap(kind -> kind.imageSizeProblem(Integer.parseInt(size)));
  }
}
