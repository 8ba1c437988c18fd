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

  static void write(PdfDocumentWriter sheet, ReportContext story, PowerSampleSource power) {
    new DecisionPage(story).write(sheet);
    new UnfinishedSection(story.input().unfinished()).write(sheet);
    summary(sheet, story);
    new RecommendationSection(story).write(sheet);
    new RankingSection(story).write(sheet);
    new LegacyStudySection(story).write(sheet);
    new CurvesSection(story).write(sheet);
    new PowerTraceSection(story, power).write(sheet);
    new EffectsSection(story).write(sheet);
    new HeatMapSection(story).write(sheet);
    new DistributionSection(story).write(sheet);
    new TimelineSection(story).write(sheet);
    new ExcludedRunsSection(story).write(sheet);
    new StatisticsSection(story).write(sheet);
    new MethodSection(story).write(sheet);
  }

  private static void summary(PdfDocumentWriter sheet, ReportContext story) {
    sheet.section("Summary");
    new ExecutiveSummary(story).paragraphs().forEach(sheet::paragraph);
    if (!story.analysis().notes().isEmpty()) {
      sheet.remark("Notes. " + String.join(" ", story.analysis().notes()));
    }
    if (story.analysis().runs().size() > 1
        && story.analysis().tradeOff().frontier().runs().isEmpty()) {
      sheet.paragraph(
          "No run has both an accuracy and a known %s, so there is nothing to plot."
              .formatted(story.cost().noun()));
    } else if (story.analysis().runs().size() > 1) {
      List<HighlightedPoint> marks =
          story.cast().all().stream()
              .map(
                  actor ->
                      new HighlightedPoint(
                          actor.energyLabel(),
                          actor.role(),
                          story.cost().of(actor.metrics()),
                          100 * actor.metrics().accuracy()))
              .toList();
      sheet.subsection(
          "Accuracy against " + PowerSourceLabel.beside(story.cost().noun(), story.mark()));
      sheet.chart(
          ParetoChart.of(
              story.analysis().runs(), story.cost(), marks, story.analysis().tradeOff().frontier()),
          LOWEST_CHART,
          HIGHEST_CHART);
      front(sheet, story);
    }
  }

  /** Explain the Pareto front in the chart, and its knee. */
  private static void front(PdfDocumentWriter sheet, ReportContext story) {
    CostAccuracyFront frontier = story.analysis().tradeOff().frontier();
    if (frontier.runs().isEmpty()) {
      return;
    }
    sheet.remark(
        ("Pareto front: no run is both more accurate and cheaper than %s on it (hypervolume "
                + "%s %%%s)%s.")
            .formatted(
                frontier.runs().size() == 1
                    ? "the one run"
                    : "one of the " + frontier.runs().size() + " runs",
                ReportNumberFormat.significant(frontier.hypervolume(), 4),
                story.cost().unit(),
                frontier
                    .knee()
                    .map(
                        run ->
                            "; its knee is run " + run + ", beyond which more accuracy costs more")
                    .orElse("")));
  }
}
