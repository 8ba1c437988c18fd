package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.analysis.regression.Regression.ParameterTest;
import io.github.greenscreen.analysis.regression.Regression.Term;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ResponseLabel;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.text.ExecutiveSummary;
import io.github.greenscreen.summary.RegressionTables;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Column.Emphasis;
import io.github.greenscreen.table.Table;
import java.util.List;

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
    pdf.table(tests(regression));
    pdf.subsection(heading + ": change against the baseline’s value");
    pdf.table(terms(regression));
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

  private static Table<ParameterTest> tests(Regression fit) {
    return RegressionTables.tests(fit)
        .without("gvif", "gvif_per_coefficient")
        .wide(3, 1.6f, 1.2f, 1.2f, 1.3f, 1.3f)
        .emphasised(test -> Emphasis.strongIf(test.adjustedP() < ExecutiveSummary.LEVEL));
  }

  private static Table<Term> terms(Regression fit) {
    Table<Term> numbers = RegressionTables.terms(fit.terms(), false);
    String change = ("Change, β " + ResponseLabel.of(fit).unit()).strip();
    return Table.of(
            fit.terms(),
            Column.text("Parameter", EffectsSection::parameter)
                .emphasised(term -> isFirst(fit, term) ? Emphasis.PLAIN : Emphasis.QUIET),
            Column.text("Value", EffectsSection::value).emphasised(EffectsSection::emphasis),
            numbers.column("estimate").labelled(change).emphasised(EffectsSection::emphasis),
            Column.right("95 % interval", term -> interval(fit, term)),
            numbers.column("std_error"),
            numbers.column("t"),
            numbers.column("p").emphasised(EffectsSection::emphasis),
            numbers.column("hc3.std_error"),
            numbers.column("hc3.p"))
        .wide(2.4f, 2.4f, 1.4f, 2.1f, 1.2f, 0.9f, 0.9f, 1.2f, 1);
  }

  private static String parameter(Term term) {
    return term.value().isEmpty() ? "Intercept" : term.parameter();
  }

  private static String value(Term term) {
    return term.value().isEmpty() ? "all at the baseline" : term.value();
  }

  private static Emphasis emphasis(Term term) {
    return Emphasis.strongIf(term.p() < 0.05 && !term.value().isEmpty());
  }

  private static boolean isFirst(Regression fit, Term term) {
    int i = fit.terms().indexOf(term);
    return i == 0 || !fit.terms().get(i - 1).parameter().equals(term.parameter());
  }

  /** Return the interval with as many decimals as the estimates. */
  private static String interval(Regression fit, Term term) {
    double largest =
        fit.terms().stream().mapToDouble(Term::estimate).map(Math::abs).max().orElse(0);
    List<String> ends =
        ReportNumberFormat.column(new double[] {term.low(), term.high(), largest}, DIGITS);
    return ends.get(0) + " to " + ends.get(1);
  }
}
