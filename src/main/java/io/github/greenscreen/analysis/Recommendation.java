package io.github.greenscreen.analysis;

import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The configuration that the runs recommend.
 *
 * @param objective what it is best in
 * @param configuration every parameter with the recommended value
 * @param choices why each parameter got its value, in the order of the configuration
 * @param source the run that gave the values that do not matter, for instance {@code 017}
 * @param prediction what the regression expects of it in the objective; empty without a regression
 * @param accuracy what the regression expects of its accuracy; empty likewise
 * @param confidence how sure its value is, and which runs cannot be told apart from it
 */
public record Recommendation(
    RecommendationObjective objective,
    Configuration configuration,
    List<Choice> choices,
    String source,
    Optional<ResponsePrediction> prediction,
    Optional<ResponsePrediction> accuracy,
    RecommendationConfidence confidence) {
  public Recommendation {
    Objects.requireNonNull(objective);
    choices = List.copyOf(choices);
    Objects.requireNonNull(prediction);
    Objects.requireNonNull(accuracy);
    Objects.requireNonNull(confidence);
  }

  /**
   * One decision.
   *
   * @param parameter the parameter
   * @param value the recommended value
   * @param decisive whether the regression decided (adjusted p below 0.1), or the most efficient
   *     run
   * @param reason one sentence for people
   */
  public record Choice(String parameter, String value, boolean decisive, String reason) {}
}
