package io.github.greenscreen.training.hyperparameter;

import io.github.greenscreen.space.DidYouMean;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The registry of all hyperparameters and their legal values, for {@code config.yaml} and {@code
 * --set}.
 */
public final class HyperparameterRegistry {
  /** Names of the available data sets. */
  public static final List<String> DATASETS = List.of("cifar10", "cifar100", "shapes", "folder");

  /** The value of {@code decay_steps} and {@code pruning_end} that means all steps of the run. */
  static final String WHOLE_RUN = "run";

  /** The value of {@code weight_decay} that means the optimizer's own. */
  static final String OF_THE_OPTIMIZER = "optimizer";

  /** The value of {@code dropout} and {@code stochastic_depth} that means the network's own. */
  static final String OF_THE_NETWORK = "network";

  /** The value of {@code gradient_clipping} that means no limit, and of {@code weights}. */
  public static final String NONE = "None";

  /** The name of the parameter for a file of pretrained weights. */
  public static final String WEIGHTS = "weights";

  private static final Map<String, HyperparameterDeclaration> DECLARATIONS = declarations();

  private HyperparameterRegistry() {}

  /** Return the declarations of all hyperparameters in their order. */
  public static List<HyperparameterDeclaration> all() {
    return List.copyOf(DECLARATIONS.values());
  }

  /** Return the names of all hyperparameters. */
  public static List<String> names() {
    return List.copyOf(DECLARATIONS.keySet());
  }

  /**
   * Return an error message for an invalid {@code name} or {@code value}, for instance {@code
   * unknown augmentation "mixupp"; expected one of None, random, mixup, cutmix (did you mean
   * "mixup"?)}, or empty if both are valid.
   */
  public static Optional<String> problem(String name, String value) {
    HyperparameterDeclaration declaration = DECLARATIONS.get(name);
    if (declaration == null) {
      return Optional.of(
          "unknown parameter \"%s\"; expected one of %s%s"
              .formatted(name, String.join(", ", names()), DidYouMean.hint(name, names())));
    }
    return declaration.problem(value);
  }

  /**
   * Return how {@code value} of hyperparameter {@code name} is recorded: a file of weights by its
   * absolute path, because a run may be started from another folder; everything else as it is.
   */
  public static String recorded(String name, String value) {
    return name.equals(WEIGHTS) && !value.equalsIgnoreCase(NONE)
        ? Path.of(value).toAbsolutePath().normalize().toString()
        : value;
  }

  /** Return the default of hyperparameter {@code name}. */
  public static String defaultValue(String name) {
    return DECLARATIONS.get(name).defaultValue();
  }

  private static Map<String, HyperparameterDeclaration> declarations() {
    Map<String, HyperparameterDeclaration> byName = new LinkedHashMap<>();
    HyperparameterDeclarations.all()
        .forEach(declaration -> byName.put(declaration.name(), declaration));
    return Collections.unmodifiableMap(byName);
  }
}
