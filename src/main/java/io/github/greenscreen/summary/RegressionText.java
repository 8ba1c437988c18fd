package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.analysis.regression.Diagnostics;
import io.github.greenscreen.analysis.regression.Interaction;
import io.github.greenscreen.analysis.regression.KruskalWallisResult;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.Term;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.table.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Formats the effects of the parameters on each response as plain text. */
final class RegressionText {
  private RegressionText() {}

  /**
   * Return one regression: its model, residuals, parameters and coefficients.
   *
   * @param mark label of power and energy, empty if they were measured
   */
  static String regression(Regression fit, String mark) {
    return heading(fit, isOfPower(fit.response()) ? mark : "")
        + residuals(fit.diagnostics())
        + "\n"
        + TextTable.of(RegressionTables.tests(fit).without("gvif"))
        + "\n"
        + TextTable.of(terms(fit));
  }

  /** Return the interactions of all responses in one table; empty if there are none. */
  static String interactions(List<Interaction> interactions) {
    return interactions.isEmpty()
        ? ""
        : TextTable.of(
            RegressionTables.pairs(interactions)
                .titled("Pairs of parameters, one pair at a time on top of all main effects"));
  }

  /** Return the Kruskal-Wallis comparison, one parameter at a time. */
  static String comparison(KruskalWallisResult comparison, String mark) {
    String response =
        PowerSourceLabel.beside(
            comparison.response(), isOfPower(comparison.response()) ? mark : "");
    return TextTable.of(
        RegressionTables.comparison(comparison)
            .titled(
                "Parameters one at a time (Kruskal-Wallis) for %s: %s runs"
                    .formatted(response, comparison.runs())));
  }

  /** Tell whether {@code response} depends on a power meter. */
  static boolean isOfPower(String response) {
    return !List.of(
            ResponseVariable.VAL_ACCURACY, ResponseVariable.DELIVERED, ResponseVariable.SECONDS)
        .contains(response);
  }

  private static Table<Term> terms(Regression fit) {
    Table<Term> table = RegressionTables.terms(fit.terms(), fit.isLogarithmic());
    if (fit.isLogarithmic()) {
      table =
          table
              .with(percent("estimate", Term::estimate).headed("effect", "Effect").in("%"))
              .with(percent("low", Term::low))
              .with(percent("high", Term::high));
    }
    return table.select(
        "parameter",
        "value",
        "estimate",
        "low",
        "high",
        "std_error",
        "t",
        "p",
        "hc3.std_error",
        "hc3.p");
  }

  /** Return effects on a logarithm as percentages, except for the intercept. */
  private static Column<Term> percent(String name, ToDoubleFunction<Term> value) {
    return Column.of(
        name,
        CellFormat.AMOUNT,
        term ->
            term.value().isEmpty()
                ? value.applyAsDouble(term)
                : Regression.percent(value.applyAsDouble(term)));
  }

  private static String heading(Regression fit, String mark) {
    return String.format(
        Locale.ROOT,
        "Regression of %s: %d runs, R2 %s (adjusted %s, cross-validated %s), residual standard"
            + " error %s, F(%d, %d) = %s, p = %s\n",
        PowerSourceLabel.beside(fit.response(), mark),
        fit.runs(),
        TextNumberFormat.quantity(fit.rSquared()),
        TextNumberFormat.quantity(fit.adjustedRSquared()),
        TextNumberFormat.quantity(fit.crossValidatedRSquared()),
        TextNumberFormat.quantity(fit.residualStandardError()),
        fit.runs() - fit.residualDegreesOfFreedom() - 1,
        fit.residualDegreesOfFreedom(),
        TextNumberFormat.quantity(fit.fStatistic()),
        TextNumberFormat.probability(fit.pValue()));
  }

  private static String residuals(Diagnostics residuals) {
    String alone =
        residuals.determined().isEmpty()
            ? ""
            : ", runs with leverage 1: "
                + residuals.determined().stream().limit(8).collect(Collectors.joining(", "))
                + (residuals.determined().size() > 8 ? " and more" : "");
    return "Residuals: Breusch-Pagan p = %s, Jarque-Bera p = %s, Durbin-Watson %s (p = %s), highest leverage %s (run %s)%s\n"
        .formatted(
            TextNumberFormat.probability(residuals.breuschPagan().p()),
            TextNumberFormat.probability(residuals.jarqueBera().p()),
            TextNumberFormat.quantity(residuals.durbinWatson().statistic()),
            TextNumberFormat.probability(residuals.durbinWatson().p()),
            TextNumberFormat.quantity(residuals.highestLeverage()),
            residuals.highestRun(),
            alone);
  }
}
