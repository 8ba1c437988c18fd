package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.regression.Interaction;
import io.github.greenscreen.analysis.regression.KruskalWallisResult;
import io.github.greenscreen.analysis.regression.Regression;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.ResponseLabel;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.text.ExecutiveSummary;
import io.github.greenscreen.summary.RegressionTables;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Column.Emphasis;
import java.util.Comparator;
import java.util.List;

/** Quality and diagnostics of the statistical models. */
public final class StatisticsSection implements ReportSection {
  private static final int MAX_PAIRS = 12;

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
      pdf.table(
          RegressionTables.models(fits)
              .with(Column.text("response", fit -> name(fit.response())))
              .without("df", "sigma")
              .wide(3, 1, 1.7f, 1, 1.2f, 1.6f, 1.2f, 1));
      pdf.remark(
          "Cross-validated: each run is predicted from all others (1 − PRESS ÷ total); "
              + "below zero, the mean predicts better. A model that explains the runs it was "
              + "fitted to, but not those left out, has too many coefficients for these runs.");
      new ResidualsTable(context).write(pdf);
    }
    new ImportanceSection(context).write(pdf);
    new ForestSection(context).others(pdf);
    pairs(pdf, context.analysis().interactions());
    context.analysis().comparisons().forEach(each -> comparison(pdf, each));
  }

  private String name(String response) {
    ResponseLabel found = ResponseLabel.of(response, context.cost());
    return PowerSourceLabel.beside(
        found.name(), found.isOfPower() ? context.analysis().basis().source().mark() : "");
  }

  /** Write the pairs with the lowest p values; nothing if there are none. */
  private void pairs(PdfDocumentWriter pdf, List<Interaction> all) {
    if (all.isEmpty()) {
      return;
    }
    List<Interaction> shown =
        all.stream().sorted(Comparator.comparingDouble(Interaction::p)).limit(MAX_PAIRS).toList();
    long clear = all.stream().filter(pair -> pair.adjustedP() < ExecutiveSummary.LEVEL).count();
    pdf.subsection("Pairs of parameters");
    pdf.lead(
        "Whether the effect of one parameter depends on another, one pair at a time on top of all main effects. Of %s %s clear (adjusted p below 0.1, in bold)%s."
            .formatted(
                ReportNumberFormat.count(all.size(), "pair", "pairs"),
                clear == 0 ? "none is" : clear == 1 ? "1 is" : clear + " are",
                shown.size() < all.size() ? "; these have the lowest p" : ""));
    pdf.table(
        RegressionTables.pairs(shown)
            .with(Column.text("response", pair -> name(pair.response())))
            .with(
                Column.text("parameter", (Interaction pair) -> pair.first() + " : " + pair.second())
                    .labelled("Pair"))
            .wide(2.4f, 3.4f, 1.6f, 0.8f, 1, 1, 1.1f, 1)
            .emphasised(pair -> Emphasis.strongIf(pair.adjustedP() < ExecutiveSummary.LEVEL)));
  }

  /** Write the comparison that replaces a regression if there are too few runs for one. */
  private void comparison(PdfDocumentWriter pdf, KruskalWallisResult comparison) {
    pdf.subsection(name(comparison.response()) + ": parameters one at a time");
    pdf.lead(
        ("Too few runs for a regression (%s), so each parameter is tested separately, by "
                + "ranks (Kruskal and Wallis); differences between its values may be due to another "
                + "parameter.")
            .formatted(ReportNumberFormat.count(comparison.runs(), "run", "runs")));
    pdf.table(
        RegressionTables.comparison(comparison)
            .wide(3, 2, 1.2f, 1.2f, 1.3f)
            .emphasised(test -> Emphasis.strongIf(test.adjustedP() < ExecutiveSummary.LEVEL)));
  }
}
