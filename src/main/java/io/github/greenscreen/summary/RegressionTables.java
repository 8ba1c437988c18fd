package io.github.greenscreen.summary;

import static io.github.greenscreen.table.CellFormat.AMOUNT;
import static io.github.greenscreen.table.CellFormat.COEFFICIENT;
import static io.github.greenscreen.table.CellFormat.COUNT;
import static io.github.greenscreen.table.CellFormat.PROBABILITY;
import static io.github.greenscreen.table.CellFormat.QUANTITY;
import static io.github.greenscreen.table.CellFormat.STATISTIC;

import io.github.greenscreen.analysis.regression.Diagnostics;
import io.github.greenscreen.analysis.regression.Interaction;
import io.github.greenscreen.analysis.regression.KruskalWallisResult;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.analysis.regression.Regression.Term;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The tables about the effects of parameters, for terminals, files, and the report. */
public final class RegressionTables {
  private static final List<Column<Term>> PERCENT =
      List.of(
          percent("percent", Term::estimate),
          percent("percent_low", Term::low),
          percent("percent_high", Term::high));

  private RegressionTables() {}

  /** Return one row for each regression: its size and how much it explains. */
  public static Table<Regression> models(List<Regression> fits) {
    return Table.of(
        fits,
        Column.text("response", Regression::response),
        Column.of("n", COUNT, Regression::runs).labelled("Runs"),
        Column.of("df_residual", COUNT, Regression::residualDegreesOfFreedom)
            .labelled("Degrees of freedom left"),
        Column.of("df", COUNT, fit -> fit.runs() - fit.residualDegreesOfFreedom() - 1),
        Column.of("r2", COEFFICIENT, Regression::rSquared).labelled("R²"),
        Column.of("adjusted_r2", COEFFICIENT, Regression::adjustedRSquared).labelled("Adjusted R²"),
        Column.of("cross_validated_r2", COEFFICIENT, Regression::crossValidatedRSquared)
            .labelled("Cross-validated R²"),
        Column.of("f", QUANTITY, Regression::fStatistic).labelled("F"),
        Column.of("p", PROBABILITY, Regression::pValue),
        Column.of("sigma", QUANTITY, Regression::residualStandardError));
  }

  /** Return one row for each parameter of {@code fit}. */
  public static Table<ParameterTest> tests(Regression fit) {
    return Table.of(
        fit.tests(),
        Column.text("parameter", ParameterTest::parameter),
        Column.of("df", COUNT, ParameterTest::degreesOfFreedom).labelled("Degrees of freedom"),
        Column.of("f", STATISTIC, ParameterTest::f).headed("F", "F"),
        Column.of("p", PROBABILITY, ParameterTest::p),
        Column.of("p_adjusted", PROBABILITY, ParameterTest::adjustedP)
            .headed("adjusted p", "p, adjusted"),
        Column.of("partial_eta2", COEFFICIENT, ParameterTest::partialEtaSquared)
            .headed("partial eta2", "Partial η²"),
        Column.of("gvif", QUANTITY, ParameterTest::inflation),
        Column.of("gvif_per_coefficient", QUANTITY, ParameterTest::inflationPerCoefficient)
            .headed("inflation", "Inflation"));
  }

  /**
   * Return one row for each coefficient of a response; the effects of a {@code logarithmic} one are
   * given in percent, too.
   */
  public static Table<Term> terms(List<Term> terms, boolean logarithmic) {
    return Table.of(
            terms, Column.text("parameter", Term::parameter), Column.text("value", Term::value))
        .and(estimates(logarithmic));
  }

  /** Return the numbers of a coefficient, also in percent if it is an effect on a logarithm. */
  static List<Column<Term>> estimates(boolean percent) {
    List<Column<Term>> columns =
        List.of(
            Column.of("estimate", AMOUNT, Term::estimate),
            Column.of("std_error", AMOUNT, Term::standardError)
                .headed("std error", "Standard error"),
            Column.of("t", STATISTIC, Term::t),
            Column.of("p", PROBABILITY, Term::p),
            Column.of("low", AMOUNT, Term::low),
            Column.of("high", AMOUNT, Term::high),
            Column.of("hc3.std_error", AMOUNT, (Term term) -> term.robust().standardError())
                .headed("HC3 error", "Robust error"),
            Column.of("hc3.t", STATISTIC, term -> term.robust().t()),
            Column.of("hc3.p", PROBABILITY, (Term term) -> term.robust().p())
                .headed("HC3 p", "Robust p"),
            Column.of("hc3.low", AMOUNT, term -> term.robust().low()),
            Column.of("hc3.high", AMOUNT, term -> term.robust().high()));
    return percent ? Stream.concat(columns.stream(), PERCENT.stream()).toList() : columns;
  }

  /** Return an effect on a logarithm in percent; the intercept is none. */
  private static Column<Term> percent(String name, ToDoubleFunction<Term> value) {
    return Column.of(
        name,
        AMOUNT,
        term ->
            term.value().isEmpty() ? null : (Double) Regression.percent(value.applyAsDouble(term)));
  }

  /** Return one row for each check of the residuals. */
  static Table<ResidualCheck> checks(Diagnostics found) {
    return Table.of(
        List.of(
            new ResidualCheck("breusch_pagan", found.breuschPagan()),
            new ResidualCheck("jarque_bera", found.jarqueBera()),
            new ResidualCheck("durbin_watson", found.durbinWatson())),
        Column.text("parameter", ResidualCheck::name),
        Column.of("statistic", STATISTIC, each -> each.check().statistic()),
        Column.of("df", COUNT, ResidualCheck::degreesOfFreedom),
        Column.of("p", PROBABILITY, each -> each.check().p()));
  }

  /** A check of the residuals under its name in files. */
  record ResidualCheck(String name, Diagnostics.Check check) {
    Integer degreesOfFreedom() {
      return check.degreesOfFreedom() == 0 ? null : check.degreesOfFreedom();
    }
  }

  /** Return one row for each pair of parameters. */
  static Table<Interaction> interactions(List<Interaction> pairs) {
    return Table.of(
        pairs,
        Column.text("response", Interaction::response),
        Column.text("parameter", Interaction::pair).headed("pair", "Pair"),
        Column.of("df", COUNT, Interaction::degreesOfFreedom).labelled("Degrees of freedom"),
        Column.of("df_possible", COUNT, Interaction::possibleDegreesOfFreedom),
        Column.of("df_residual", COUNT, Interaction::residualDegreesOfFreedom)
            .headed("df left", "left"),
        Column.of("f", STATISTIC, Interaction::f).headed("F", "F"),
        Column.of("p", PROBABILITY, Interaction::p),
        Column.of("p_adjusted", PROBABILITY, Interaction::adjustedP)
            .headed("adjusted p", "p, adjusted"),
        Column.of("partial_eta2", COEFFICIENT, Interaction::partialEtaSquared)
            .headed("partial eta2", "Partial η²"));
  }

  /** Return {@link #interactions} for readers, with both degrees of freedom in one column. */
  public static Table<Interaction> pairs(List<Interaction> pairs) {
    Table<Interaction> all = interactions(pairs);
    Column<Interaction> degrees = Column.right("df", RegressionTables::degreesOfFreedom);
    return all.with(degrees.labelled(all.column("df").label())).without("df_possible");
  }

  private static String degreesOfFreedom(Interaction pair) {
    boolean whole = pair.degreesOfFreedom() == pair.possibleDegreesOfFreedom();
    return pair.degreesOfFreedom() + (whole ? "" : " of " + pair.possibleDegreesOfFreedom());
  }

  /** Return one row for each parameter that is tested alone. */
  public static Table<KruskalWallisResult.Test> comparison(KruskalWallisResult comparison) {
    return Table.of(
        comparison.tests(),
        Column.text("parameter", KruskalWallisResult.Test::parameter),
        Column.of("df", COUNT, KruskalWallisResult.Test::degreesOfFreedom)
            .labelled("Degrees of freedom"),
        Column.of("h", STATISTIC, KruskalWallisResult.Test::statistic).headed("H", "H"),
        Column.of("p", PROBABILITY, KruskalWallisResult.Test::p),
        Column.of("p_adjusted", PROBABILITY, KruskalWallisResult.Test::adjustedP)
            .headed("adjusted p", "p, adjusted"));
  }
}
