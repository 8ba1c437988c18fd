package io.github.greenscreen.report;

import io.github.greenscreen.report.context.PowerSampleSource;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.section.ConfusionSection;
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
import io.github.greenscreen.report.section.ReportSection;
import io.github.greenscreen.report.section.StatisticsSection;
import io.github.greenscreen.report.section.SummarySection;
import io.github.greenscreen.report.section.TimelineSection;
import io.github.greenscreen.report.section.UnfinishedSection;
import java.util.List;

/** The sections of the report in their order. A new section is one class and one line here. */
final class ReportLayout {
  private ReportLayout() {}

  /** Return the sections of a report about {@code context}. */
  static List<ReportSection> sections(ReportContext context, PowerSampleSource power) {
    return List.of(
        new DecisionPage(context),
        new UnfinishedSection(context.input().unfinished()),
        new SummarySection(context),
        new RecommendationSection(context),
        new RankingSection(context),
        new LegacyStudySection(context),
        new CurvesSection(context),
        new PowerTraceSection(context, power),
        new ConfusionSection(context),
        new EffectsSection(context),
        new HeatMapSection(context),
        new DistributionSection(context),
        new TimelineSection(context),
        new ExcludedRunsSection(context),
        new StatisticsSection(context),
        new MethodSection(context));
  }
}
