package io.github.greenscreen.analysis.importance;

import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * A comparison of parameter importance with the regression of the same metric. The regression tests
 * for effects on the mean; importance measures what distinguishes the best runs, whatever the form
 * of the effect.
 *
 * @param sides all parameters, the most important first
 * @param rankCorrelation Spearman's correlation of importance shares and partial η², −1 to 1; NaN
 *     if fewer than three parameters have both
 */
public record ImportanceAgreement(List<Side> sides, double rankCorrelation) {
  /** A parameter matters if its p-value is below this level, as for the recommendation. */
  public static final double LEVEL = 0.1;

  private static final int MIN = 3;

  public ImportanceAgreement {
    sides = List.copyOf(sides);
  }

  /**
   * One parameter in both views.
   *
   * @param share importance of the parameter
   * @param test test of the regression; empty without a regression or if the parameter is not in it
   */
  public record Side(Importance.Share share, Optional<ParameterTest> test) {
    public Side {
      Objects.requireNonNull(share);
      Objects.requireNonNull(test);
    }

    /**
     * Return which method finds that the parameter matters: {@code both}, {@code importance},
     * {@code regression} or {@code neither}.
     */
    public String verdict() {
      boolean important = share.p() < LEVEL;
      boolean significant = test.filter(found -> found.adjustedP() < LEVEL).isPresent();
      if (important && significant) {
        return "both";
      }
      return important ? "importance" : significant ? "regression" : "neither";
    }
  }

  /** Compare {@code importance} with the {@code regression} of its metric. */
  public static ImportanceAgreement of(Importance importance, Optional<Regression> regression) {
    return of(importance, regression.map(Regression::tests).orElse(List.of()));
  }

  /** Compare {@code importance} with the {@code tests} of a regression. */
  static ImportanceAgreement of(Importance importance, List<ParameterTest> tests) {
    List<Side> sides =
        importance.shares().stream()
            .map(share -> new Side(share, test(share.parameter(), tests)))
            .toList();
    return new ImportanceAgreement(sides, correlation(sides));
  }

  /** Return the number of parameters behind the rank correlation. */
  public int compared() {
    return compared(sides).size();
  }

  private static Optional<ParameterTest> test(String parameter, List<ParameterTest> tests) {
    return tests.stream().filter(test -> test.parameter().equals(parameter)).findFirst();
  }

  private static double correlation(List<Side> sides) {
    List<Side> both = compared(sides);
    return both.size() < MIN
        ? Double.NaN
        : new SpearmansCorrelation()
            .correlation(
                both.stream().mapToDouble(side -> side.share().share()).toArray(),
                both.stream().mapToDouble(side -> eta(side)).toArray());
  }

  private static List<Side> compared(List<Side> sides) {
    List<Side> both = new ArrayList<>(sides);
    both.removeIf(side -> side.test().isEmpty() || !Double.isFinite(eta(side)));
    return both;
  }

  private static double eta(Side side) {
    return side.test().orElseThrow().partialEtaSquared();
  }
}
