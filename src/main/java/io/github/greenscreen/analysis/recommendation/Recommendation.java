package io.github.greenscreen.analysis.recommendation;

import io.github.greenscreen.analysis.regression.RecommendationConfidence;
import io.github.greenscreen.analysis.regression.ResponsePrediction;
import io.github.greenscreen.space.Configuration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The recommended configuration.
 *
 * @param objective objective of the recommendation
 * @param configuration all parameters with their recommended values
 * @param choices reason for the value of each parameter, in the order of the configuration
 * @param source run that provided the values of parameters that do not matter, for instance {@code
 *     017}
 * @param prediction value of the objective predicted by the regression; empty without a regression
 * @param accuracy accuracy predicted by the regression; empty without a regression
 * @param confidence confidence interval of the value, and the runs that tie with it
 * @param remarks sentences that say how expected values were kept possible, or why there are none;
 *     empty if adding up effects suffices
 * @param runnersUp the trained configurations that follow it by the objective, the best one first
 */
public record Recommendation(
    RecommendationObjective objective,
    Configuration configuration,
    List<Choice> choices,
    String source,
    Optional<ResponsePrediction> prediction,
    Optional<ResponsePrediction> accuracy,
    RecommendationConfidence confidence,
    List<String> remarks,
    List<RunnerUp> runnersUp) {
  public Recommendation {
    Objects.requireNonNull(objective);
    choices = List.copyOf(choices);
    Objects.requireNonNull(prediction);
    Objects.requireNonNull(accuracy);
    Objects.requireNonNull(confidence);
    remarks = List.copyOf(remarks);
    runnersUp = List.copyOf(runnersUp);
  }

  /**
   * A trained configuration other than the recommended one.
   *
   * @param run name of its first run
   * @param configuration configuration of that run
   */
  public record RunnerUp(String run, Configuration configuration) {}

  /**
   * The choice of one value.
   *
   * @param parameter name of the parameter
   * @param value recommended value
   * @param decisive whether the regression decided (adjusted p below 0.1); otherwise the value
   *     comes from the source run
   * @param reason reason in one sentence
   */
  public record Choice(String parameter, String value, boolean decisive, String reason) {}
}
