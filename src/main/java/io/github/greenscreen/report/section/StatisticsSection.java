package io.github.greenscreen.report.section;

import com.lowagie.text.pdf.PdfPTable;
import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.regression.KruskalWallisResult;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ResponseLabel;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.PdfTable;
import io.github.greenscreen.report.pdf.PdfTable.Column;
import io.github.greenscreen.report.pdf.PdfTable.Tone;
import io.github.greenscreen.report.pdf.Typography;
import io.github.greenscreen.report.text.ExecutiveSummary;
import java.util.List;

/** Quality and diagnostics of the statistical models. */
public final class StatisticsSection implements ReportSection {
  private static final int DIGITS = 4;

  private final ReportContext context;

  public StatisticsSection(ReportContext context) {
    this.context = context;
  }

  @Override
  public void write(PdfDocumentWriter pdf) {
    pdf.section("Statistics in detail");
    List<Regression> fits = context.analysis().regressions();
    if (fits.isEmpty()) {
      pdf.paragraph("There is no regression to examine.");
    } else {
      pdf.subsection("How much the regressions explain");
      pdf.table(models(pdf.type(), fits));
      pdf.remark(
          "Cross-validated: each run is predicted from all others (1 − PRESS ÷ total); "
              + "below zero, the mean predicts better. A model that explains the runs it was "
              + "fitted to, but not those left out, has too many coefficients for these runs.");
      new ResidualsTable(context).write(pdf);
    }
    new ImportanceSection(context).write(pdf);
    new ForestSection(context).others(pdf);
    new PairsTable(context).write(pdf);
    context.analysis().comparisons().forEach(each -> comparison(pdf, each));
  }

  private PdfPTable models(Typography type, List<Regression> fits) {
    PdfTable grid =
        new PdfTable(
            type,
            List.of(
                Column.words("Response", 3),
                Column.number("Runs", 1),
                Column.number("Degrees of freedom left", 1.7f),
                Column.number("R²", 1),
                Column.number("Adjusted R²", 1.2f),
                Column.number("Cross-validated R²", 1.6f),
                Column.number("F", 1.2f),
                Column.number("p", 1)));
    for (Regression fit : fits) {
      grid.words(
          List.of(
              name(fit.response()),
              Integer.toString(fit.runs()),
              Integer.toString(fit.residualDegreesOfFreedom()),
              ReportNumberFormat.fixed(fit.rSquared(), 3),
              ReportNumberFormat.fixed(fit.adjustedRSquared(), 3),
              ReportNumberFormat.fixed(fit.crossValidatedRSquared(), 3),
              ReportNumberFormat.significant(fit.fStatistic(), DIGITS),
              ReportNumberFormat.p(fit.pValue())));
    }
    return grid.table();
  }

  private String name(String response) {
    ResponseLabel found = ResponseLabel.of(response, context.cost());
    return PowerSourceLabel.beside(
        found.name(), found.isOfPower() ? context.analysis().basis().source().mark() : "");
  }

  /** Write the comparison that replaces a regression if there are too few runs for one. */
  private void comparison(PdfDocumentWriter pdf, KruskalWallisResult comparison) {
    pdf.subsection(name(comparison.response()) + ": parameters one at a time");
    pdf.lead(
        ("Too few runs for a regression (%s), so each parameter is tested separately, by "
                + "ranks (Kruskal and Wallis); differences between its values may be due to another "
                + "parameter.")
            .formatted(ReportNumberFormat.count(comparison.runs(), "run", "runs")));
    PdfTable grid =
        new PdfTable(
            pdf.type(),
            List.of(
                Column.words("Parameter", 3),
                Column.number("Degrees of freedom", 2),
                Column.number("H", 1.2f),
                Column.number("p", 1.2f),
                Column.number("p, adjusted", 1.3f)));
    for (KruskalWallisResult.Test test : comparison.tests()) {
      grid.row(
          test.adjustedP() < ExecutiveSummary.LEVEL ? Tone.STRONG : Tone.PLAIN,
          List.of(
              test.parameter(),
              Integer.toString(test.degreesOfFreedom()),
              ReportNumberFormat.fixed(test.statistic(), 2),
              ReportNumberFormat.p(test.p()),
              ReportNumberFormat.p(test.adjustedP())));
    }
    pdf.table(grid.table());
  }
}
