package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.analysis.regression.Regression.Term;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ResponseLabel;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.PdfTable;
import io.github.greenscreen.report.pdf.PdfTable.Cell;
import io.github.greenscreen.report.pdf.PdfTable.Column;
import io.github.greenscreen.report.pdf.PdfTable.Tone;
import io.github.greenscreen.report.pdf.Typography;
import io.github.greenscreen.report.text.ExecutiveSummary;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Estimated effects of each parameter and each of its values. */
public final class EffectsSection implements ReportSection {
  private static final int DIGITS = 4;

  private final ReportContext context;

  public EffectsSection(ReportContext context) {
    this.context = context;
  }

  @Override
  public void write(PdfDocumentWriter pdf) {
    pdf.section("What matters");
    List<Regression> told =
        context.analysis().regressions().stream().filter(ResponseLabel::isTold).toList();
    if (told.isEmpty()) {
      pdf.paragraph(
          "There is no regression: it needs more completed runs than coefficients, and "
              + "runs that differ. The notes in the summary say what is missing.");
      return;
    }
    pdf.lead(
        "A linear regression compares every value of a parameter with the baseline’s "
            + "value, with all other parameters held equal. In bold: parameters with an adjusted "
            + "p below 0.1, and values with a p below 0.05. Robust errors (HC3) are valid even "
            + "if the variance differs between configurations (see the statistics in detail); "
            + "they are unknown (–) if a value depends on a single run.");
    new ForestSection(context).write(pdf);
    told.forEach(regression -> regression(pdf, regression));
  }

  private void regression(PdfDocumentWriter pdf, Regression regression) {
    ResponseLabel response = ResponseLabel.of(regression);
    String heading = response.heading(mark(response));
    pdf.subsection(heading + ": does the parameter matter?");
    pdf.lead(quality(regression, response));
    pdf.table(tests(pdf.type(), regression).table());
    pdf.subsection(heading + ": change against the baseline’s value");
    pdf.table(terms(pdf.type(), regression).table());
    if (!regression.aliased().isEmpty()) {
      pdf.remark(
          "Left out, because the runs cannot tell them apart from other values: "
              + String.join(", ", regression.aliased())
              + ".");
    }
  }

  private String mark(ResponseLabel response) {
    return response.isOfPower() ? context.analysis().basis().source().mark() : "";
  }

  private static String quality(Regression fit, ResponseLabel response) {
    return "%s, %s residual degrees of freedom; R² = %s, adjusted R² = %s; F = %s, p %s; residual standard error %s."
        .formatted(
            ReportNumberFormat.count(fit.runs(), "run", "runs"),
            fit.residualDegreesOfFreedom(),
            ReportNumberFormat.fixed(fit.rSquared(), 3),
            ReportNumberFormat.fixed(fit.adjustedRSquared(), 3),
            ReportNumberFormat.significant(fit.fStatistic(), DIGITS),
            ExecutiveSummary.equation(fit.pValue()),
            (ReportNumberFormat.significant(fit.residualStandardError(), DIGITS)
                    + " "
                    + response.unit())
                .strip());
  }

  private static PdfTable tests(Typography type, Regression fit) {
    PdfTable grid =
        new PdfTable(
            type,
            List.of(
                Column.words("Parameter", 3),
                Column.number("Degrees of freedom", 1.6f),
                Column.number("F", 1.2f),
                Column.number("p", 1.2f),
                Column.number("p, adjusted", 1.3f),
                Column.number("Partial η²", 1.3f)));
    for (ParameterTest test : fit.tests()) {
      Tone tone = test.adjustedP() < ExecutiveSummary.LEVEL ? Tone.STRONG : Tone.PLAIN;
      grid.row(
          tone,
          List.of(
              test.parameter(),
              Integer.toString(test.degreesOfFreedom()),
              ReportNumberFormat.fixed(test.f(), 2),
              ReportNumberFormat.p(test.p()),
              ReportNumberFormat.p(test.adjustedP()),
              ReportNumberFormat.fixed(test.partialEtaSquared(), 3)));
    }
    return grid;
  }

  private static PdfTable terms(Typography type, Regression fit) {
    String unit = ResponseLabel.of(fit).unit();
    PdfTable grid =
        new PdfTable(
            type,
            List.of(
                Column.words("Parameter", 2.4f),
                Column.words("Value", 2.4f),
                Column.number(("Change, β " + unit).strip(), 1.4f),
                Column.number("95 % interval", 2.1f),
                Column.number("Standard error", 1.2f),
                Column.number("t", 0.9f),
                Column.number("p", 0.9f),
                Column.number("Robust error", 1.2f),
                Column.number("Robust p", 1)));
    List<String> estimates = column(fit, Term::estimate);
    List<String> errors = column(fit, Term::standardError);
    List<String> robust = column(fit, term -> term.robust().standardError());
    String before = "";
    for (int i = 0; i < fit.terms().size(); i++) {
      Term term = fit.terms().get(i);
      Tone name = term.parameter().equals(before) ? Tone.QUIET : Tone.PLAIN;
      Tone tone = term.p() < 0.05 && !term.value().isEmpty() ? Tone.STRONG : Tone.PLAIN;
      before = term.parameter();
      grid.row(
          List.of(
              new Cell(term.value().isEmpty() ? "Intercept" : term.parameter(), name),
              new Cell(term.value().isEmpty() ? "all at the baseline" : term.value(), tone),
              new Cell(estimates.get(i), tone),
              Cell.plain(interval(fit, term)),
              Cell.plain(errors.get(i)),
              Cell.plain(ReportNumberFormat.fixed(term.t(), 2)),
              new Cell(ReportNumberFormat.p(term.p()), tone),
              Cell.plain(robust.get(i)),
              Cell.plain(ReportNumberFormat.p(term.robust().p()))));
    }
    return grid;
  }

  /** Return the interval with as many decimals as the estimates. */
  private static String interval(Regression fit, Term term) {
    double largest =
        fit.terms().stream().mapToDouble(Term::estimate).map(Math::abs).max().orElse(0);
    List<String> ends =
        ReportNumberFormat.column(new double[] {term.low(), term.high(), largest}, DIGITS);
    return ends.get(0) + " to " + ends.get(1);
  }

  private static List<String> column(Regression fit, ToDoubleFunction<Term> value) {
    return ReportNumberFormat.column(fit.terms().stream().mapToDouble(value).toArray(), DIGITS);
  }
}
