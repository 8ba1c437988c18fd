package io.github.greenscreen.analysis;

import java.util.List;
import java.util.Objects;

/**
 * An ordinary least squares fit of one response on the parameters, treatment-coded against the
 * baseline values.
 *
 * @param response what is explained, for instance {@code energy_Wh}; {@code log_…} stands for the
 *     natural logarithm, whose effects are factors
 * @param runs number of runs in the fit
 * @param residualDegreesOfFreedom runs minus coefficients
 * @param rSquared share of variance explained
 * @param adjustedRSquared the same, adjusted for the number of coefficients
 * @param crossValidatedRSquared share of variance explained of runs that each are predicted from
 *     all the others (1 − PRESS ÷ total); negative where the mean predicts them better; NaN where
 *     none can be predicted
 * @param fStatistic F of the whole model against the intercept alone
 * @param pValue its p
 * @param residualStandardError in the unit of the response
 * @param terms the intercept first, then one term per value that differs from the baseline's
 * @param tests one type II F-test per parameter that varies
 * @param aliased terms that the runs cannot tell apart from others, left out of the fit, each as
 *     {@code parameter=value}
 * @param diagnostics whether the residuals are as the intervals suppose
 */
public record Regression(
    String response,
    int runs,
    int residualDegreesOfFreedom,
    double rSquared,
    double adjustedRSquared,
    double crossValidatedRSquared,
    double fStatistic,
    double pValue,
    double residualStandardError,
    List<Term> terms,
    List<ParameterTest> tests,
    List<String> aliased,
    Diagnostics diagnostics) {
  public Regression {
    Objects.requireNonNull(diagnostics);
    terms = List.copyOf(terms);
    tests = List.copyOf(tests);
    aliased = List.copyOf(aliased);
  }

  /** Tell whether the response is a logarithm, so that effects are factors. */
  public boolean isLogarithmic() {
    return response.startsWith("log_");
  }

  /** Return what adding {@code effect} to a natural logarithm changes, in percent. */
  public static double percent(double effect) {
    return 100 * Math.expm1(effect);
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
   * @param robust the same where the scatter of the runs need not be the same everywhere
   */
  public record Term(
      String parameter,
      String value,
      double estimate,
      double standardError,
      double t,
      double p,
      double low,
      double high,
      Robust robust) {}

  /**
   * What is known of a coefficient by heteroscedasticity-robust errors (HC3); all NaN where it
   * hangs on a run that nothing but itself determines.
   *
   * @param standardError its standard error
   * @param t estimate ÷ standard error
   * @param p two-sided p of t
   * @param low lower end of the 95 % interval
   * @param high upper end
   */
  public record Robust(double standardError, double t, double p, double low, double high) {}

  /**
   * Whether a parameter matters at all.
   *
   * @param parameter the parameter
   * @param degreesOfFreedom its coefficients in the fit
   * @param f type II F statistic
   * @param p its p
   * @param adjustedP p after Benjamini and Hochberg across the parameters of this fit
   * @param partialEtaSquared share of the variance not explained by the others that it explains
   * @param inflation generalised variance inflation factor of its coefficients: how much the other
   *     parameters blur them, 1 for not at all; NaN where it has none
   * @param coefficients how many coefficients it has in the fit; more than its degrees of freedom
   *     where others can take their place
   */
  public record ParameterTest(
      String parameter,
      int degreesOfFreedom,
      double f,
      double p,
      double adjustedP,
      double partialEtaSquared,
      double inflation,
      int coefficients) {
    /**
     * Return the variance inflation per coefficient on the scale of standard errors, GVIF^(1 ÷ 2
     * df).
     */
    public double inflationPerCoefficient() {
      return Math.pow(inflation, 0.5 / coefficients);
    }

    ParameterTest adjusted(double newP) {
      return new ParameterTest(
          parameter, degreesOfFreedom, f, p, newP, partialEtaSquared, inflation, coefficients);
    }
  }
}
