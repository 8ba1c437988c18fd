package io.github.greenscreen.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the best configuration is best in. */
public enum RecommendationObjective {
  /** Least energy; least time where no run has energy. */
  ENERGY(false),
  /** Least mean power. */
  POWER(false),
  /** Highest accuracy of the delivered model. */
  ACCURACY(true),
  /** Highest accuracy in percent per cost. */
  EFFICIENCY(true);

  private final boolean highest;

  RecommendationObjective(boolean highest) {
    this.highest = highest;
  }

  /** Tell whether more is better. */
  public boolean isHighest() {
    return highest;
  }

  /** Return its name as the user spells it, for instance {@code energy}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Return all names. */
  public static List<String> spellings() {
    return Arrays.stream(values()).map(RecommendationObjective::spelling).toList();
  }

  /** Return the objective that the user spells {@code name}; empty where there is none. */
  public static Optional<RecommendationObjective> find(String name) {
    return Arrays.stream(values()).filter(each -> each.spelling().equals(name)).findFirst();
  }

  /** Return the value of {@code run}, NaN where it was not measured. */
  public double of(RunMetrics run, Cost cost) {
    return switch (this) {
      case ENERGY -> cost.of(run);
      case POWER -> run.powerW();
      case ACCURACY -> run.accuracy();
      case EFFICIENCY -> run.efficiency();
    };
  }

  /** Return its name in a sentence. */
  public String noun(Cost cost) {
    return switch (this) {
      case ENERGY -> cost.noun();
      case POWER -> "mean power";
      case ACCURACY -> "accuracy";
      case EFFICIENCY -> "efficiency";
    };
  }

  /** Return its unit; empty for accuracy, which is a share. */
  public String unit(Cost cost) {
    return switch (this) {
      case ENERGY -> cost.unit();
      case POWER -> "W";
      case ACCURACY -> "";
      case EFFICIENCY -> cost.efficiencyUnit();
    };
  }

  /** Return the response of its regression over {@code regressions}. */
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
