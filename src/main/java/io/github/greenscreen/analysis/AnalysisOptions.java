package io.github.greenscreen.analysis;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What the user may say about an analysis.
 *
 * @param minAccuracy accuracy, 0 to 1, that the recommendation must reach; empty asks for none,
 *     because chance level is not known from the runs alone
 * @param targetAccuracy accuracy, 0 to 1, up to which energy and time are counted as well; empty
 *     leaves the choice to {@link TargetAccuracy}
 * @param objective what the best configuration is best in
 * @param interactions whether to look at pairs of parameters, too
 * @param carbon how energy is turned into greenhouse gas
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

  /** Ask for {@code minAccuracy} and {@code carbon}. */
  public AnalysisOptions(OptionalDouble minAccuracy, EmissionFactor carbon) {
    this(minAccuracy, OptionalDouble.empty(), RecommendationObjective.ENERGY, false, carbon);
  }

  /** Ask for {@code minAccuracy} alone; greenhouse gas is that of the world's mean. */
  public AnalysisOptions(OptionalDouble minAccuracy) {
    this(minAccuracy, EmissionFactor.world());
  }

  /** Return options that ask for nothing. */
  public static AnalysisOptions none() {
    return new AnalysisOptions(OptionalDouble.empty());
  }

  /** Return the same for {@code newObjective}. */
  public AnalysisOptions withObjective(RecommendationObjective newObjective) {
    return new AnalysisOptions(minAccuracy, targetAccuracy, newObjective, interactions, carbon);
  }

  /** Return the same with an accuracy to reach, 0 to 1. */
  public AnalysisOptions withTarget(double accuracy) {
    return new AnalysisOptions(
        minAccuracy, OptionalDouble.of(accuracy), objective, interactions, carbon);
  }

  /** Return the same, with pairs of parameters. */
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
