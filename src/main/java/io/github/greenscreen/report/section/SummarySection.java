package io.github.greenscreen.report.section;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.ranking.CostAccuracyFront;
import io.github.greenscreen.chart.ParetoChart;
import io.github.greenscreen.chart.model.HighlightedPoint;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.text.ExecutiveSummary;
import java.util.List;

/** The summary: what was found, the notes of the analysis, and the Pareto front. */
public final class SummarySection implements ReportSection {
  private static final float LOWEST_CHART = 190;
  private static final float HIGHEST_CHART = 300;

  private final ReportContext context;

  public SummarySection(ReportContext context) {
    this.context = context;
  }

  @Override
  public void write(PdfDocumentWriter pdf) {
    pdf.section("Summary");
    new ExecutiveSummary(context).paragraphs().forEach(pdf::paragraph);
    if (!context.analysis().notes().isEmpty()) {
      pdf.remark("Notes. " + String.join(" ", context.analysis().notes()));
    }
    if (context.analysis().runs().size() > 1
        && context.analysis().tradeOff().frontier().runs().isEmpty()) {
      pdf.paragraph(
          "No run has both an accuracy and a known %s, so there is nothing to plot."
              .formatted(context.cost().noun()));
    } else if (context.analysis().runs().size() > 1) {
      List<HighlightedPoint> marks =
          context.highlighted().all().stream()
              .map(
                  actor ->
                      new HighlightedPoint(
                          actor.energyLabel(),
                          actor.role(),
                          context.cost().of(actor.metrics()),
                          100 * actor.metrics().accuracy()))
              .toList();
      pdf.subsection(
          "Accuracy against " + PowerSourceLabel.beside(context.cost().noun(), context.mark()));
      pdf.chart(
          ParetoChart.of(
              context.analysis().runs(),
              context.cost(),
              marks,
              context.analysis().tradeOff().frontier()),
          LOWEST_CHART,
          HIGHEST_CHART);
      front(pdf);
    }
  }

  /** Explain the Pareto front in the chart, and its knee. */
  private void front(PdfDocumentWriter pdf) {
    CostAccuracyFront frontier = context.analysis().tradeOff().frontier();
    if (frontier.runs().isEmpty()) {
      return;
    }
    pdf.remark(
        ("Pareto front: no run is both more accurate and cheaper than %s on it (hypervolume "
                + "%s %%%s)%s.")
            .formatted(
                frontier.runs().size() == 1
                    ? "the one run"
                    : "one of the " + frontier.runs().size() + " runs",
                ReportNumberFormat.significant(frontier.hypervolume(), 4),
                context.cost().unit(),
                frontier
                    .knee()
                    .map(
                        run ->
                            "; its knee is run " + run + ", beyond which more accuracy costs more")
                    .orElse("")));
  }
}
