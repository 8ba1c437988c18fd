package io.github.greenscreen.analysis.recommendation;

import io.github.greenscreen.analysis.metrics.Cost;
import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.regression.Regression;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The objective of the recommendation. */
public enum RecommendationObjective {
  /** Lowest energy; lowest time if no run has energy. */
  ENERGY(false),
  /** Lowest mean power. */
  POWER(false),
  /** Highest accuracy of the delivered model. */
  ACCURACY(true),
  /** Highest accuracy in percent per cost. */
  EFFICIENCY(true);

  private final boolean highest;

  RecommendationObjective(boolean highest) {
    this.highest = highest;
  }

  /** Return whether higher is better. */
  public boolean isHighest() {
    return highest;
  }

  /** Return the name in options, for instance {@code energy}. */
  public String configName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Return all names in options. */
  public static List<String> configNames() {
    return Arrays.stream(values()).map(RecommendationObjective::configName).toList();
  }

  /** Return the objective called {@code name}, if it exists. */
  public static Optional<RecommendationObjective> find(String name) {
    return Arrays.stream(values()).filter(each -> each.configName().equals(name)).findFirst();
  }

  /** Return the value of {@code run}; NaN if it was not measured. */
  public double of(RunMetrics run, Cost cost) {
    return switch (this) {
      case ENERGY -> cost.of(run);
      case POWER -> run.powerW();
      case ACCURACY -> run.accuracy();
      case EFFICIENCY -> run.efficiency();
    };
  }

  /** Return the name for use in a sentence. */
  public String noun(Cost cost) {
    return switch (this) {
      case ENERGY -> cost.noun();
      case POWER -> "mean power";
      case ACCURACY -> "accuracy";
      case EFFICIENCY -> "efficiency";
    };
  }

  /** Return the unit; an empty string for accuracy, which is a fraction. */
  public String unit(Cost cost) {
    return switch (this) {
      case ENERGY -> cost.unit();
      case POWER -> "W";
      case ACCURACY -> "";
      case EFFICIENCY -> cost.efficiencyUnit();
    };
  }

  /** Return the response of this objective among {@code regressions}. */
  String response(Cost cost, List<Regression> regressions) {
    return switch (this) {
      case ENERGY -> ResponseVariable.of(cost);
      case POWER -> ResponseVariable.POWER;
      case ACCURACY ->
          regressions.stream().anyMatch(fit -> fit.response().equals(ResponseVariable.DELIVERED))
              ? ResponseVariable.DELIVERED
              : ResponseVariable.VAL_ACCURACY;
      case EFFICIENCY -> ResponseVariable.EFFICIENCY;
    };
  }
}
