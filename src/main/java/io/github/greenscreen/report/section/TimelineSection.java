package io.github.greenscreen.report.section;

import io.github.greenscreen.chart.TimelineChart;
import io.github.greenscreen.chart.model.RunInterval;
import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.HighlightedRun;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.Timeline;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.TimedPhase;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When and where the runs of the sweep were active, and what the highlighted ones spent it on. */
public final class TimelineSection implements ReportSection {
  /** Maximum number of lanes that can be distinguished on a page. */
  private static final int MAX_LANES = 32;

  private static final float LANE = 17;
  private static final float AXES = 52;
  private static final double MILLIS = 1000;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", Locale.ENGLISH);

  private final ReportContext context;

  public TimelineSection(ReportContext context) {
    this.context = context;
  }

  @Override
  public void write(PdfDocumentWriter pdf) {
    Timeline timeline =
        Timeline.of(
            Stream.concat(context.input().runs().stream(), context.input().finalRun().stream())
                .distinct()
                .toList(),
            context.input().created());
    pdf.section("Timeline");
    if (timeline.intervals().isEmpty()) {
      pdf.paragraph("No run recorded when it was running.");
      phases(pdf);
      return;
    }
    pdf.lead(words(timeline));
    if (timeline.lanes().size() <= MAX_LANES) {
      pdf.chart(
          TimelineChart.of(timeline.lanes(), timeline.intervals(), zone()),
          AXES + LANE * timeline.lanes().size());
    } else {
      pdf.paragraph(
          "%s runs ran at the same time: too many for a chart.".formatted(timeline.lanes().size()));
    }
    phases(pdf);
  }

  /** Write the wall time of each phase of the highlighted runs, as far as they record it. */
  private void phases(PdfDocumentWriter pdf) {
    List<HighlightedRun> runs = context.highlighted().all();
    List<TimedPhase> known =
        Stream.of(TimedPhase.values())
            .filter(phase -> runs.stream().anyMatch(run -> Double.isFinite(phase.of(seconds(run)))))
            .toList();
    if (!known.isEmpty()) {
      pdf.subsection("Time by phase");
      pdf.block(
          Table.of(known, Column.text("Phase", TimedPhase::configName))
              .and(runs.stream().map(TimelineSection::column).toList()));
    }
  }

  private static Column<TimedPhase> column(HighlightedRun run) {
    return Column.right(
            run.name(), (TimedPhase phase) -> ReportNumberFormat.duration(phase.of(seconds(run))))
        .labelled(run.label());
  }

  private static Map<String, Double> seconds(HighlightedRun run) {
    return run.metrics().detail().phaseSeconds();
  }

  private String words(Timeline timeline) {
    Instant from = timeline.intervals().get(0).from();
    Instant to =
        timeline.intervals().stream()
            .map(RunInterval::to)
            .max(Comparator.naturalOrder())
            .orElse(from);
    Map<RunState, Long> counts =
        timeline.intervals().stream()
            .collect(
                Collectors.groupingBy(
                    RunInterval::state, () -> new TreeMap<>(), Collectors.counting()));
    String states =
        counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().configName())
            .collect(Collectors.joining(", "));
    String unknown =
        timeline.unknown() == 0
            ? ""
            : " The times of %s are not recorded."
                .formatted(ReportNumberFormat.count(timeline.unknown(), "run", "runs"));
    return "From %s to %s (%s), running for %s in total: %s.%s%s"
        .formatted(
            moment(from),
            moment(to),
            zone(),
            ReportNumberFormat.duration(worked(timeline)),
            states,
            unknown,
            retried());
  }

  private String retried() {
    List<RunRecord> again =
        context.input().runs().stream().filter(run -> run.status().attempts() > 1).toList();
    return again.isEmpty()
        ? ""
        : " %s had to be started more than once: %s."
            .formatted(
                ReportNumberFormat.count(again.size(), "run", "runs"),
                again.stream()
                    .limit(MAX_LANES)
                    .map(run -> run.name() + " (" + run.status().attempts() + " times)")
                    .collect(Collectors.joining(", ")));
  }

  private static double worked(Timeline timeline) {
    return timeline.intervals().stream()
        .mapToDouble(
            interval -> Duration.between(interval.from(), interval.to()).toMillis() / MILLIS)
        .sum();
  }

  private ZoneId zone() {
    return context.input().created().getZone();
  }

  private String moment(Instant moment) {
    return MOMENT.format(moment.atZone(zone()));
  }
}
