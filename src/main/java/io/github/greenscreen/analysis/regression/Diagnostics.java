package io.github.greenscreen.analysis.regression;

import java.util.List;
import java.util.Objects;

/**
 * Diagnostics of whether the residuals of a regression satisfy the assumptions of its intervals and
 * p-values.
 *
 * @param breuschPagan test of whether the residual variance depends on the parameters (Koenker's
 *     studentised form, as {@code lmtest::bptest}); a small p favours the robust standard errors
 * @param jarqueBera test of whether the residuals are skewed or heavier-tailed than a normal
 *     distribution
 * @param durbinWatson test of autocorrelation between successive runs: near 2 without, towards 0
 *     with positive autocorrelation; p by normal approximation (as {@code lmtest::dwtest} with
 *     {@code exact = FALSE}), no degrees of freedom
 * @param meanLeverage coefficients ÷ runs
 * @param highestLeverage highest leverage of a run, 0 to 1
 * @param highestRun name of the run with the highest leverage
 * @param highLeverage names of the runs with more than twice the mean leverage
 * @param determined names of the runs with leverage 1: they alone determine their fitted value, so
 *     they carry no information on residual variance
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
   * A test of the residuals.
   *
   * @param statistic value of the test statistic
   * @param degreesOfFreedom degrees of freedom of its chi-squared distribution; 0 if it has none
   * @param p p-value: probability of a statistic at least as extreme if the assumption holds
   */
  public record Check(double statistic, int degreesOfFreedom, double p) {}
}
