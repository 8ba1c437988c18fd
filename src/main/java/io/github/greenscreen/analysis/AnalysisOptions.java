package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.metrics.EmissionFactor;
import io.github.greenscreen.analysis.ranking.TargetAccuracy;
import io.github.greenscreen.analysis.recommendation.RecommendationObjective;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Options of an analysis.
 *
 * @param minAccuracy accuracy, 0 to 1, that the recommendation must reach; empty for no minimum,
 *     since the runs alone do not tell the chance level
 * @param targetAccuracy accuracy, 0 to 1, up to which energy and time are additionally counted;
 *     empty to let {@link TargetAccuracy} choose
 * @param objective objective of the recommendation
 * @param interactions whether to test interactions of pairs of parameters
 * @param carbon conversion of energy to greenhouse gas emissions
 */
public record AnalysisOptions(
    OptionalDouble minAccuracy,
    OptionalDouble targetAccuracy,
    RecommendationObjective objective,
    boolean interactions,
    EmissionFactor carbon) {
  public AnalysisOptions {
    Objects.requireNonNull(minAccuracy);
    Objects.requireNonNull(targetAccuracy);
    Objects.requireNonNull(objective);
    Objects.requireNonNull(carbon);
    minAccuracy.ifPresent(value -> check("minimum", value));
    targetAccuracy.ifPresent(value -> check("target", value));
  }

  /** Create options with {@code minAccuracy} and {@code carbon}, and defaults otherwise. */
  public AnalysisOptions(OptionalDouble minAccuracy, EmissionFactor carbon) {
    this(minAccuracy, OptionalDouble.empty(), RecommendationObjective.ENERGY, false, carbon);
  }

  /**
   * Create options with {@code minAccuracy}, the world's mean emission factor, and defaults
   * otherwise.
   */
  public AnalysisOptions(OptionalDouble minAccuracy) {
    this(minAccuracy, EmissionFactor.world());
  }

  /** Return options without a minimum accuracy. */
  public static AnalysisOptions none() {
    return new AnalysisOptions(OptionalDouble.empty());
  }

  /** Return a copy with {@code newObjective}. */
  public AnalysisOptions withObjective(RecommendationObjective newObjective) {
    return new AnalysisOptions(minAccuracy, targetAccuracy, newObjective, interactions, carbon);
  }

  /** Return a copy with the target accuracy {@code accuracy}, 0 to 1. */
  public AnalysisOptions withTarget(double accuracy) {
    return new AnalysisOptions(
        minAccuracy, OptionalDouble.of(accuracy), objective, interactions, carbon);
  }

  /** Return a copy that also tests interactions. */
  public AnalysisOptions withInteractions() {
    return new AnalysisOptions(minAccuracy, targetAccuracy, objective, true, carbon);
  }

  private static void check(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          what + " accuracy is " + value + "; expected a number from 0 to 1");
    }
  }
}
