package io.github.greenscreen.analysis;

import java.util.List;

/**
 * An ordinary least squares fit of one response on the parameters, treatment-coded against the
 * baseline values.
 *
 * @param response what is explained: {@code energy_Wh}, {@code power_W}, or {@code seconds}
 * @param runs number of runs in the fit
 * @param residualDegreesOfFreedom runs minus coefficients
 * @param rSquared share of variance explained
 * @param adjustedRSquared the same, adjusted for the number of coefficients
 * @param fStatistic F of the whole model against the intercept alone
 * @param pValue its p
 * @param residualStandardError in the unit of the response
 * @param terms the intercept first, then one term per value that differs from the baseline's
 * @param tests one type II F-test per parameter that varies
 * @param aliased terms that the runs cannot tell apart from others, left out of the fit, each as
 *     {@code parameter=value}
 */
public record Regression(
    String response,
    int runs,
    int residualDegreesOfFreedom,
    double rSquared,
    double adjustedRSquared,
    double fStatistic,
    double pValue,
    double residualStandardError,
    List<Term> terms,
    List<ParameterTest> tests,
    List<String> aliased) {
  public Regression {
    terms = List.copyOf(terms);
    tests = List.copyOf(tests);
    aliased = List.copyOf(aliased);
  }

  /**
   * One coefficient.
   *
   * @param parameter the parameter, or {@code (Intercept)}
   * @param value the value it is about, empty for the intercept
   * @param estimate change of the response against the baseline value
   * @param standardError its standard error
   * @param t estimate ÷ standard error
   * @param p two-sided p of t
   * @param low lower end of the 95 % interval
   * @param high upper end
   */
  public record Term(
      String parameter,
      String value,
      double estimate,
      double standardError,
      double t,
      double p,
      double low,
      double high) {}

  /**
   * Whether a parameter matters at all.
   *
   * @param parameter the parameter
   * @param degreesOfFreedom its coefficients in the fit
   * @param f type II F statistic
   * @param p its p
   * @param adjustedP p after Benjamini and Hochberg across the parameters of this fit
   * @param partialEtaSquared share of the variance not explained by the others that it explains
   */
  public record ParameterTest(
      String parameter,
      int degreesOfFreedom,
      double f,
      double p,
      double adjustedP,
      double partialEtaSquared) {}
}
