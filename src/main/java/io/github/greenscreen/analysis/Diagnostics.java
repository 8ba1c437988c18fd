package io.github.greenscreen.analysis;

import java.util.List;
import java.util.Objects;

/**
 * Whether the residuals of a regression look as its intervals and p-values suppose.
 *
 * @param breuschPagan whether their scatter depends on the parameters (Koenker's studentised form,
 *     as {@code lmtest::bptest}); a small p speaks for the robust errors
 * @param jarqueBera whether they are skewed or have heavier tails than a normal distribution
 * @param durbinWatson whether each resembles that of the run before, in the order of the runs: 2
 *     where not, towards 0 where it does; p by normal approximation (as {@code lmtest::dwtest} with
 *     {@code exact = FALSE}), no degrees of freedom
 * @param meanLeverage coefficients ÷ runs
 * @param highestLeverage the highest leverage of a run, 0 to 1
 * @param highestRun its name
 * @param highLeverage names of the runs with more than twice the mean leverage
 * @param determined names of the runs whose values nothing but themselves determines (leverage 1);
 *     they say nothing about scatter
 */
public record Diagnostics(
    Check breuschPagan,
    Check jarqueBera,
    Check durbinWatson,
    double meanLeverage,
    double highestLeverage,
    String highestRun,
    List<String> highLeverage,
    List<String> determined) {
  public Diagnostics {
    Objects.requireNonNull(breuschPagan);
    Objects.requireNonNull(jarqueBera);
    Objects.requireNonNull(durbinWatson);
    Objects.requireNonNull(highestRun);
    highLeverage = List.copyOf(highLeverage);
    determined = List.copyOf(determined);
  }

  /**
   * One test of the residuals.
   *
   * @param statistic its statistic
   * @param degreesOfFreedom those of its chi-squared distribution; 0 where it has none
   * @param p how often residuals as supposed give at least such a statistic
   */
  public record Check(double statistic, int degreesOfFreedom, double p) {}
}
