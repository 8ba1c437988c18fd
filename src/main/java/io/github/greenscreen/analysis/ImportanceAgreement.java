package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.Regression.ParameterTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * The importance of parameters beside what the regression of the same metric finds. They ask
 * different questions: a regression what moves the mean, importance what the best runs have in
 * common, whatever the form of the effect.
 *
 * @param sides every parameter, the most important first
 * @param rankCorrelation Spearman's, of the shares of importance and the partial η², −1 to 1; NaN
 *     where fewer than three parameters have both
 */
public record ImportanceAgreement(List<Side> sides, double rankCorrelation) {
  /** A parameter matters below this p, as for the best configuration. */
  public static final double LEVEL = 0.1;

  private static final int FEWEST = 3;

  public ImportanceAgreement {
    sides = List.copyOf(sides);
  }

  /**
   * One parameter.
   *
   * @param share its importance
   * @param test what the regression finds; empty where there is none, or the parameter is not in it
   */
  public record Side(Importance.Share share, Optional<ParameterTest> test) {
    public Side {
      Objects.requireNonNull(share);
      Objects.requireNonNull(test);
    }

    /** Return which of both finds that the parameter matters, in one word. */
    public String verdict() {
      boolean important = share.p() < LEVEL;
      boolean significant = test.filter(found -> found.adjustedP() < LEVEL).isPresent();
      if (important && significant) {
        return "both";
      }
      return important ? "importance" : significant ? "regression" : "neither";
    }
  }

  /** Hold {@code importance} against the {@code regression} of its metric. */
  public static ImportanceAgreement of(Importance importance, Optional<Regression> regression) {
    return of(importance, regression.map(Regression::tests).orElse(List.of()));
  }

  /** Hold {@code importance} against the {@code tests} of a regression. */
  static ImportanceAgreement of(Importance importance, List<ParameterTest> tests) {
    List<Side> sides =
        importance.shares().stream()
            .map(share -> new Side(share, test(share.parameter(), tests)))
            .toList();
    return new ImportanceAgreement(sides, correlation(sides));
  }

  /** Return how many parameters the rank correlation rests on. */
  public int compared() {
    return compared(sides).size();
  }

  private static Optional<ParameterTest> test(String parameter, List<ParameterTest> tests) {
    return tests.stream().filter(test -> test.parameter().equals(parameter)).findFirst();
  }

  private static double correlation(List<Side> sides) {
    List<Side> both = compared(sides);
    return both.size() < FEWEST
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
