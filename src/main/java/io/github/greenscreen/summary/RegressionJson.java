package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.analysis.regression.Diagnostics;
import io.github.greenscreen.analysis.regression.Interaction;
import io.github.greenscreen.analysis.regression.KruskalWallisResult;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.Term;
import io.github.greenscreen.table.JsonObject;
import java.util.List;

/** Formats regressions for {@code analysis.json}. */
final class RegressionJson {
  private RegressionJson() {}

  /** Return {@code fit} with the interactions that {@code result} has for its response. */
  static JsonObject of(Regression fit, AnalysisResult result) {
    boolean logarithmic = fit.isLogarithmic();
    return new JsonObject()
        .with(RegressionTables.models(List.of(fit)).without("response").columns(), fit)
        .with("terms", terms(fit.terms(), logarithmic))
        .with("parameters", JsonObject.byFirst(RegressionTables.tests(fit)))
        .with("aliased", fit.aliased())
        .with("residuals", residuals(fit.diagnostics()))
        .with(
            "interactions",
            JsonObject.of(
                result.interactions().stream()
                    .filter(pair -> pair.response().equals(fit.response()))
                    .toList(),
                Interaction::pair,
                pair -> pair(pair, logarithmic)));
  }

  /** Return the comparison of parameters, one at a time. */
  static JsonObject comparison(KruskalWallisResult comparison) {
    return new JsonObject()
        .with("test", "Kruskal-Wallis")
        .with("n", comparison.runs())
        .with("parameters", JsonObject.byFirst(RegressionTables.comparison(comparison)));
  }

  private static JsonObject terms(List<Term> terms, boolean logarithmic) {
    return JsonObject.of(
        terms,
        term -> term.parameter() + (term.value().isEmpty() ? "" : "=" + term.value()),
        term ->
            new JsonObject()
                .with(RegressionTables.estimates(logarithmic && !term.value().isEmpty()), term));
  }

  private static JsonObject residuals(Diagnostics residuals) {
    return JsonObject.byFirst(RegressionTables.checks(residuals))
        .with(
            "leverage",
            new JsonObject()
                .with("mean", residuals.meanLeverage())
                .with("highest", residuals.highestLeverage())
                .with("highest_run", residuals.highestRun())
                .with("high_runs", residuals.highLeverage())
                .with("determined_runs", residuals.determined()));
  }

  private static JsonObject pair(Interaction pair, boolean logarithmic) {
    return new JsonObject()
        .with(
            RegressionTables.interactions(List.of(pair)).without("response", "parameter").columns(),
            pair)
        .with("terms", terms(pair.terms(), logarithmic));
  }
}
