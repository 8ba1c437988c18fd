package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.regression.Diagnostics;
import io.github.greenscreen.analysis.regression.Interaction;
import io.github.greenscreen.analysis.regression.KruskalWallisResult;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.analysis.regression.Regression.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Formats regressions for {@code analysis.json}. */
final class RegressionJson {
  private RegressionJson() {}

  /** Return {@code fit} with the interactions that {@code result} has for its response. */
  static Map<String, Object> of(Regression fit, AnalysisResult result) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("n", fit.runs());
    object.put("df_residual", fit.residualDegreesOfFreedom());
    object.put("df", fit.runs() - fit.residualDegreesOfFreedom() - 1);
    object.put("r2", fit.rSquared());
    object.put("adjusted_r2", fit.adjustedRSquared());
    object.put("cross_validated_r2", fit.crossValidatedRSquared());
    object.put("f", fit.fStatistic());
    object.put("p", fit.pValue());
    object.put("sigma", fit.residualStandardError());
    object.put("terms", terms(fit.terms(), fit.isLogarithmic()));
    Map<String, Object> parameters = new LinkedHashMap<>();
    fit.tests().forEach(test -> parameters.put(test.parameter(), parameter(test)));
    object.put("parameters", parameters);
    object.put("aliased", fit.aliased());
    object.put("residuals", residuals(fit.diagnostics()));
    Map<String, Object> pairs = new LinkedHashMap<>();
    result.interactions().stream()
        .filter(pair -> pair.response().equals(fit.response()))
        .forEach(pair -> pairs.put(pair.pair(), pair(pair, fit.isLogarithmic())));
    object.put("interactions", pairs);
    return object;
  }

  /** Return the comparison of parameters, one at a time. */
  static Map<String, Object> comparison(KruskalWallisResult comparison) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (KruskalWallisResult.Test test : comparison.tests()) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("df", test.degreesOfFreedom());
      object.put("h", test.statistic());
      object.put("p", test.p());
      object.put("p_adjusted", test.adjustedP());
      parameters.put(test.parameter(), object);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("test", "Kruskal-Wallis");
    object.put("n", comparison.runs());
    object.put("parameters", parameters);
    return object;
  }

  private static Map<String, Object> terms(List<Term> terms, boolean logarithmic) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (Term term : terms) {
      String name = term.parameter() + (term.value().isEmpty() ? "" : "=" + term.value());
      all.put(name, term(term, logarithmic && !term.value().isEmpty()));
    }
    return all;
  }

  private static Map<String, Object> term(Term term, boolean percent) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("estimate", term.estimate());
    object.put("std_error", term.standardError());
    object.put("t", term.t());
    object.put("p", term.p());
    object.put("low", term.low());
    object.put("high", term.high());
    Map<String, Object> robust = new LinkedHashMap<>();
    robust.put("std_error", term.robust().standardError());
    robust.put("t", term.robust().t());
    robust.put("p", term.robust().p());
    robust.put("low", term.robust().low());
    robust.put("high", term.robust().high());
    object.put("hc3", robust);
    if (percent) {
      object.put("percent", Regression.percent(term.estimate()));
      object.put("percent_low", Regression.percent(term.low()));
      object.put("percent_high", Regression.percent(term.high()));
    }
    return object;
  }

  private static Map<String, Object> parameter(ParameterTest test) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("df", test.degreesOfFreedom());
    object.put("f", test.f());
    object.put("p", test.p());
    object.put("p_adjusted", test.adjustedP());
    object.put("partial_eta2", test.partialEtaSquared());
    object.put("gvif", test.inflation());
    object.put("gvif_per_coefficient", test.inflationPerCoefficient());
    return object;
  }

  private static Map<String, Object> residuals(Diagnostics residuals) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("breusch_pagan", check(residuals.breuschPagan()));
    object.put("jarque_bera", check(residuals.jarqueBera()));
    object.put("durbin_watson", check(residuals.durbinWatson()));
    Map<String, Object> leverage = new LinkedHashMap<>();
    leverage.put("mean", residuals.meanLeverage());
    leverage.put("highest", residuals.highestLeverage());
    leverage.put("highest_run", residuals.highestRun());
    leverage.put("high_runs", residuals.highLeverage());
    leverage.put("determined_runs", residuals.determined());
    object.put("leverage", leverage);
    return object;
  }

  private static Map<String, Object> check(Diagnostics.Check check) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("statistic", check.statistic());
    object.put("df", check.degreesOfFreedom() == 0 ? null : check.degreesOfFreedom());
    object.put("p", check.p());
    return object;
  }

  private static Map<String, Object> pair(Interaction pair, boolean logarithmic) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("df", pair.degreesOfFreedom());
    object.put("df_possible", pair.possibleDegreesOfFreedom());
    object.put("df_residual", pair.residualDegreesOfFreedom());
    object.put("f", pair.f());
    object.put("p", pair.p());
    object.put("p_adjusted", pair.adjustedP());
    object.put("partial_eta2", pair.partialEtaSquared());
    object.put("terms", terms(pair.terms(), logarithmic));
    return object;
  }
}
