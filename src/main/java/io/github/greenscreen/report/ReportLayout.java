package io.github.greenscreen.report;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.ranking.CostAccuracyFront;
import io.github.greenscreen.chart.ParetoChart;
import io.github.greenscreen.chart.model.HighlightedPoint;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.PowerSampleSource;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.section.CurvesSection;
import io.github.greenscreen.report.section.DecisionPage;
import io.github.greenscreen.report.section.DistributionSection;
import io.github.greenscreen.report.section.EffectsSection;
import io.github.greenscreen.report.section.ExcludedRunsSection;
import io.github.greenscreen.report.section.HeatMapSection;
import io.github.greenscreen.report.section.LegacyStudySection;
import io.github.greenscreen.report.section.MethodSection;
import io.github.greenscreen.report.section.PowerTraceSection;
import io.github.greenscreen.report.section.RankingSection;
import io.github.greenscreen.report.section.RecommendationSection;
import io.github.greenscreen.report.section.StatisticsSection;
import io.github.greenscreen.report.section.TimelineSection;
import io.github.greenscreen.report.section.UnfinishedSection;
import io.github.greenscreen.report.text.ExecutiveSummary;
import java.util.List;

/** Writes the sections of the report in order. */
final class ReportLayout {
  private static final float LOWEST_CHART = 190;
  private static final float HIGHEST_CHART = 300;

  private ReportLayout() {}

  static void write(PdfDocumentWriter pdf, ReportContext context, PowerSampleSource power) {
    new DecisionPage(context).write(pdf);
    new UnfinishedSection(context.input().unfinished()).write(pdf);
    summary(pdf, context);
    new RecommendationSection(context).write(pdf);
    new RankingSection(context).write(pdf);
    new LegacyStudySection(context).write(pdf);
    new CurvesSection(context).write(pdf);
    new PowerTraceSection(context, power).write(pdf);
    new EffectsSection(context).write(pdf);
    new HeatMapSection(context).write(pdf);
    new DistributionSection(context).write(pdf);
    new TimelineSection(context).write(pdf);
    new ExcludedRunsSection(context).write(pdf);
    new StatisticsSection(context).write(pdf);
    new MethodSection(context).write(pdf);
  }

  private static void summary(PdfDocumentWriter pdf, ReportContext context) {
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
      front(pdf, context);
    }
  }

  /** Explain the Pareto front in the chart, and its knee. */
  private static void front(PdfDocumentWriter pdf, ReportContext context) {
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
