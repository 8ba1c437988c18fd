package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.regression.Diagnostics;
import io.github.greenscreen.analysis.regression.Diagnostics.Check;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ResponseLabel;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.table.CellFormat;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Diagnostics of the residuals of all regressions, and their consequences. */
final class ResidualsTable {
  private static final double LEVEL = 0.05;
  private static final int MAX_NAMES = 8;

  /** The inflation of standard errors from which parameters are called collinear. */
  private static final double BLURRED = 2;

  private final ReportContext context;

  ResidualsTable(ReportContext context) {
    this.context = context;
  }

  void write(PdfDocumentWriter pdf) {
    List<Regression> fits = context.analysis().regressions();
    pdf.subsection("Are the intervals reliable?");
    pdf.lead(
        "The intervals assume that residuals have equal variance (Breusch and Pagan), are "
            + "normal (Jarque and Bera), and are uncorrelated with those of the previous run "
            + "(Durbin and Watson: 2 if uncorrelated). A p below 0.05 is evidence against it.");
    pdf.table(table(fits));
    words(fits).forEach(pdf::paragraph);
  }

  private static Table<Regression> table(List<Regression> fits) {
    return Table.of(
            fits,
            Column.text("Response", ResidualsTable::name),
            p("Breusch-Pagan p", Diagnostics::breuschPagan),
            p("Jarque-Bera p", Diagnostics::jarqueBera),
            Column.of(
                "Durbin-Watson",
                CellFormat.STATISTIC,
                fit -> fit.diagnostics().durbinWatson().statistic()),
            p("p", Diagnostics::durbinWatson),
            Column.of(
                "Highest leverage",
                CellFormat.COEFFICIENT,
                fit -> fit.diagnostics().highestLeverage()),
            Column.right("of run", (Regression fit) -> fit.diagnostics().highestRun())
                .labelled("of run"),
            Column.of("Largest inflation", CellFormat.STATISTIC, ResidualsTable::inflation))
        .wide(2.6f, 1.8f, 1.6f, 1.8f, 0.9f, 1.2f, 0.9f, 1.2f);
  }

  private static Column<Regression> p(String heading, Function<Diagnostics, Check> check) {
    return Column.of(heading, CellFormat.PROBABILITY, fit -> check.apply(fit.diagnostics()).p());
  }

  private static List<String> words(List<Regression> fits) {
    String scatter =
        "Variance: "
            + told(
                fits,
                fit -> fit.diagnostics().breuschPagan().p() < LEVEL,
                "differs between configurations for %s, so use the robust errors (HC3) "
                    + "there, not the classical ones.",
                "no difference found between configurations.");
    String normal =
        " Normality: "
            + told(
                fits,
                fit -> fit.diagnostics().jarqueBera().p() < LEVEL,
                "outliers found for %s; with few runs, p-values are only approximate there.",
                "no evidence against it.");
    String order =
        " Order: "
            + told(
                fits,
                fit -> fit.diagnostics().durbinWatson().p() < LEVEL,
                "consecutive runs are correlated for %s, for example because the machine "
                    + "warms up; intervals are too narrow there.",
                "no correlation found between consecutive runs.");
    return List.of(scatter + normal + order, leverage(fits));
  }

  private static String leverage(List<Regression> fits) {
    List<String> alone =
        fits.stream().flatMap(fit -> fit.diagnostics().determined().stream()).distinct().toList();
    String leverage =
        "Leverage is how much a run determines its own prediction: 1 is completely. "
            + (alone.isEmpty()
                ? "No run does."
                : "This applies to %s %s, the only one with some value."
                    .formatted(
                        alone.size() == 1 ? "run" : "each of the runs",
                        alone.stream().limit(MAX_NAMES).collect(Collectors.joining(", "))
                            + (alone.size() > MAX_NAMES
                                ? " and " + (alone.size() - MAX_NAMES) + " more"
                                : "")));
    return leverage
        + " Inflation is the factor by which other parameters widen the intervals of one "
        + "(GVIF^(1÷2df), 1 for not at all): "
        + told(
            fits, fit -> inflation(fit) > BLURRED, "more than 2 for %s.", "2 is never exceeded.");
  }

  private static String told(
      List<Regression> fits, Predicate<Regression> is, String some, String none) {
    String names =
        fits.stream()
            .filter(is)
            .map(fit -> ResponseLabel.of(fit).noun())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? none : some.formatted(names);
  }

  private static double inflation(Regression fit) {
    return fit.tests().stream()
        .mapToDouble(ParameterTest::inflationPerCoefficient)
        .filter(Double::isFinite)
        .max()
        .orElse(Double.NaN);
  }

  private static String name(Regression fit) {
    return ResponseLabel.of(fit).name();
  }
}
