package io.github.greenscreen.training.hyperparameter;

import io.github.greenscreen.space.DidYouMean;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The declaration of one hyperparameter. Validation, {@code --set}, and the reference table in the
 * documentation follow from it.
 *
 * @param name the name in {@code config.yaml}
 * @param choices the legal values; empty if they form a range
 * @param expected the legal values in words, for error messages
 * @param defaultValue the value if a configuration does not have the parameter
 * @param legal accepts the legal values
 * @param meaning what it decides, as a phrase
 */
public record HyperparameterDeclaration(
    String name,
    List<String> choices,
    String expected,
    String defaultValue,
    Predicate<String> legal,
    String meaning) {
  public HyperparameterDeclaration {
    Objects.requireNonNull(name);
    choices = List.copyOf(choices);
    Objects.requireNonNull(expected);
    Objects.requireNonNull(legal);
    Objects.requireNonNull(meaning);
    if (!legal.test(defaultValue)) {
      throw new IllegalArgumentException(name + ": the default is not a legal value");
    }
  }

  /** Declare a hyperparameter with a list of legal values. */
  static HyperparameterDeclaration choice(
      String name,
      List<String> choices,
      String defaultValue,
      Predicate<String> legal,
      String meaning) {
    return new HyperparameterDeclaration(
        name, choices, "one of " + String.join(", ", choices), defaultValue, legal, meaning);
  }

  /** Return an error message if {@code value} is not legal. */
  Optional<String> problem(String value) {
    if (legal.test(value)) {
      return Optional.empty();
    }
    String adjective = choices.isEmpty() ? "illegal" : "unknown";
    return Optional.of(
        "%s %s \"%s\"; expected %s%s"
            .formatted(adjective, name, value, expected, DidYouMean.hint(value, choices)));
  }
}
