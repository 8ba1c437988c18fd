package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.ResponseVariable;
import io.github.greenscreen.analysis.regression.Diagnostics;
import io.github.greenscreen.analysis.regression.Interaction;
import io.github.greenscreen.analysis.regression.KruskalWallisResult;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.format.TextNumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats the effects of the parameters on each response as plain text. */
final class EffectTables {
  private EffectTables() {}

  /**
   * Return one regression: its model, residuals, parameters and coefficients.
   *
   * @param mark label of power and energy, empty if they were measured
   */
  static String regression(Regression fit, String mark) {
    return heading(fit, isOfPower(fit.response()) ? mark : "")
        + residuals(fit.diagnostics())
        + "\n"
        + tests(fit)
        + "\n"
        + terms(fit);
  }

  /** Return the interactions of all responses in one table; empty if there are none. */
  static String interactions(List<Interaction> interactions) {
    if (interactions.isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable(
            "response", "pair", ">df", ">df left", ">F", ">p", ">adjusted p", ">partial eta2");
    for (Interaction pair : interactions) {
      String df =
          pair.degreesOfFreedom() == pair.possibleDegreesOfFreedom()
              ? Integer.toString(pair.degreesOfFreedom())
              : "%s of %s".formatted(pair.degreesOfFreedom(), pair.possibleDegreesOfFreedom());
      table.row(
          pair.response(),
          pair.pair(),
          df,
          Integer.toString(pair.residualDegreesOfFreedom()),
          TextNumberFormat.quantity(pair.f()),
          TextNumberFormat.probability(pair.p()),
          TextNumberFormat.probability(pair.adjustedP()),
          TextNumberFormat.quantity(pair.partialEtaSquared()));
    }
    return "Pairs of parameters, one pair at a time on top of all main effects\n" + table;
  }

  /** Return the Kruskal-Wallis comparison, one parameter at a time. */
  static String comparison(KruskalWallisResult comparison, String mark) {
    TextTable table = new TextTable("parameter", ">df", ">H", ">p", ">adjusted p");
    for (KruskalWallisResult.Test test : comparison.tests()) {
      table.row(
          test.parameter(),
          Integer.toString(test.degreesOfFreedom()),
          TextNumberFormat.quantity(test.statistic()),
          TextNumberFormat.probability(test.p()),
          TextNumberFormat.probability(test.adjustedP()));
    }
    return "Parameters one at a time (Kruskal-Wallis) for %s: %s runs\n%s"
        .formatted(
            PowerSourceLabel.beside(
                comparison.response(), isOfPower(comparison.response()) ? mark : ""),
            comparison.runs(),
            table);
  }

  /** Tell whether {@code response} depends on a power meter. */
  static boolean isOfPower(String response) {
    return !List.of(
            ResponseVariable.VAL_ACCURACY, ResponseVariable.DELIVERED, ResponseVariable.SECONDS)
        .contains(response);
  }

  private static TextTable tests(Regression fit) {
    TextTable table =
        new TextTable("parameter", ">df", ">F", ">p", ">adjusted p", ">partial eta2", ">inflation");
    for (Regression.ParameterTest test : fit.tests()) {
      table.row(
          test.parameter(),
          Integer.toString(test.degreesOfFreedom()),
          TextNumberFormat.quantity(test.f()),
          TextNumberFormat.probability(test.p()),
          TextNumberFormat.probability(test.adjustedP()),
          TextNumberFormat.quantity(test.partialEtaSquared()),
          TextNumberFormat.quantity(test.inflationPerCoefficient()));
    }
    return table;
  }

  private static TextTable terms(Regression fit) {
    boolean percent = fit.isLogarithmic();
    TextTable table =
        new TextTable(
            "parameter",
            "value",
            percent ? ">effect %" : ">estimate",
            ">low",
            ">high",
            ">std error",
            ">t",
            ">p",
            ">HC3 error",
            ">HC3 p");
    for (Regression.Term term : fit.terms()) {
      boolean factor = percent && !term.value().isEmpty();
      table.row(
          term.parameter(),
          term.value(),
          effect(term.estimate(), factor),
          effect(term.low(), factor),
          effect(term.high(), factor),
          TextNumberFormat.quantity(term.standardError()),
          TextNumberFormat.quantity(term.t()),
          TextNumberFormat.probability(term.p()),
          TextNumberFormat.quantity(term.robust().standardError()),
          TextNumberFormat.probability(term.robust().p()));
    }
    return table;
  }

  /**
   * Format an effect; as a percentage, except for the intercept, if the response is logarithmic.
   */
  private static String effect(double value, boolean percent) {
    return TextNumberFormat.quantity(percent ? Regression.percent(value) : value);
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
