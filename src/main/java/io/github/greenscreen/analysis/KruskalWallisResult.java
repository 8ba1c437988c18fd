package io.github.greenscreen.analysis;

import java.util.List;
import java.util.Objects;

/**
 * What takes the place of a regression where there are fewer runs than coefficients: each parameter
 * alone, by ranks (Kruskal and Wallis). What differs between its values may be due to another
 * parameter.
 *
 * @param response what is compared, for instance {@code energy_Wh}
 * @param runs number of runs
 * @param tests one for each parameter that varies
 */
public record KruskalWallisResult(String response, int runs, List<Test> tests) {
  public KruskalWallisResult {
    Objects.requireNonNull(response);
    tests = List.copyOf(tests);
  }

  /**
   * One parameter.
   *
   * @param parameter its name
   * @param degreesOfFreedom its values − 1
   * @param statistic H, corrected for ties
   * @param p its p by the chi-squared distribution, rough where a value has fewer than five runs
   * @param adjustedP p after Benjamini and Hochberg across the parameters
   */
  public record Test(
      String parameter, int degreesOfFreedom, double statistic, double p, double adjustedP) {}
}
