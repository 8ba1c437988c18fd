package io.github.greenscreen.analysis.regression;

import java.util.List;
import java.util.Objects;

/**
 * An ordinary least squares fit of one response on the parameters, treatment-coded against the
 * baseline values.
 *
 * @param response name of the response, for instance {@code energy_Wh}; {@code log_…} is the
 *     natural logarithm, whose effects are factors
 * @param runs number of runs in the fit
 * @param residualDegreesOfFreedom runs minus coefficients
 * @param rSquared share of variance explained
 * @param adjustedRSquared R² adjusted for the number of coefficients
 * @param crossValidatedRSquared leave-one-out R², 1 − PRESS ÷ total; negative if the mean predicts
 *     better; NaN if no run can be predicted
 * @param fStatistic F of the whole model against the intercept alone
 * @param pValue p-value of F
 * @param residualStandardError residual standard error in the unit of the response
 * @param terms the intercept, then one term per non-reference value
 * @param tests one type II F-test per parameter that varies
 * @param aliased terms that are not estimable and therefore left out of the fit, each as {@code
 *     parameter=value}
 * @param diagnostics checks of the residuals
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

  /** Return whether the response is a logarithm, so that effects are factors. */
  public boolean isLogarithmic() {
    return response.startsWith("log_");
  }

  /**
   * Return the change, in percent, that corresponds to adding {@code effect} to a natural
   * logarithm.
   */
  public static double percent(double effect) {
    return 100 * Math.expm1(effect);
  }

  /**
   * One coefficient.
   *
   * @param parameter name of the parameter, or {@code (Intercept)}
   * @param value value of the parameter; empty for the intercept
   * @param estimate change of the response relative to the baseline value
   * @param standardError standard error of the estimate
   * @param t estimate ÷ standard error
   * @param p two-sided p-value of t
   * @param low lower end of the 95 % confidence interval
   * @param high upper end of the interval
   * @param robust inference that allows for heteroscedasticity
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
   * Inference with heteroscedasticity-robust standard errors (HC3). All values are NaN if the
   * coefficient depends on a run with leverage 1.
   *
   * @param standardError standard error of the estimate
   * @param t estimate ÷ standard error
   * @param p two-sided p-value of t
   * @param low lower end of the 95 % confidence interval
   * @param high upper end of the interval
   */
  public record Robust(double standardError, double t, double p, double low, double high) {}

  /**
   * A type II F-test of one parameter.
   *
   * @param parameter name of the parameter
   * @param degreesOfFreedom numerator degrees of freedom
   * @param f type II F statistic
   * @param p p-value of F
   * @param adjustedP p-value adjusted by Benjamini and Hochberg across the parameters of this fit
   * @param partialEtaSquared share of the variance left by the other parameters that this one
   *     explains
   * @param inflation generalised variance inflation factor of its coefficients: 1 if the other
   *     parameters do not inflate their variance; NaN if it has no coefficients
   * @param coefficients number of its coefficients in the fit; more than its degrees of freedom if
   *     others can take their place
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
