package io.github.greenscreen.analysis.regression;

import java.util.List;
import java.util.Objects;

/**
 * Rank tests of single parameters (Kruskal and Wallis), which replace a regression if there are
 * fewer runs than coefficients. A difference between values may be due to another parameter.
 *
 * @param response tested response, for instance {@code energy_Wh}
 * @param runs number of runs
 * @param tests one test per parameter that varies
 */
public record KruskalWallisResult(String response, int runs, List<Test> tests) {
  public KruskalWallisResult {
    Objects.requireNonNull(response);
    tests = List.copyOf(tests);
  }

  /**
   * The test of one parameter.
   *
   * @param parameter name of the parameter
   * @param degreesOfFreedom number of values − 1
   * @param statistic H, corrected for ties
   * @param p p-value by the chi-squared approximation, which is rough if a value has fewer than
   *     five runs
   * @param adjustedP p-value adjusted by Benjamini and Hochberg across the parameters
   */
  public record Test(
      String parameter, int degreesOfFreedom, double statistic, double p, double adjustedP) {}
}
