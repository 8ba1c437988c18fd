package io.github.greenscreen.report.section;

import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.Timeline;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs that the analysis excludes, and why. */
public final class ExcludedRunsSection implements ReportSection {
  private static final double MILLIS = 1000;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private final ReportContext context;

  public ExcludedRunsSection(ReportContext context) {
    this.context = context;
  }

  @Override
  public void write(PdfDocumentWriter pdf) {
    pdf.section("Runs left out");
    List<String> excluded = context.analysis().excluded();
    if (excluded.isEmpty()) {
      pdf.paragraph("None: every run completed and is included in the numbers above.");
      return;
    }
    pdf.lead(
        "Failed, stopped and unfinished runs are not ranked and not part of the regression, nor are"
            + " runs outside the sweep.");
    Map<String, RunRecord> runs =
        context.input().runs().stream()
            .collect(Collectors.toMap(RunRecord::name, Function.identity(), (a, b) -> a));
    pdf.table(
        Table.of(
                excluded,
                Column.text("Run", ExcludedRunsSection::name),
                fact("Began", runs, this::began),
                fact("Lasted", runs, ExcludedRunsSection::lasted),
                fact("Where", runs, Timeline::place),
                Column.text("Reason", ExcludedRunsSection::reason))
            .wide(1, 1.8f, 1.5f, 2.8f, 6));
  }

  private static Column<String> fact(
      String heading, Map<String, RunRecord> runs, Function<RunRecord, String> fact) {
    return Column.text(
        heading, entry -> Optional.ofNullable(runs.get(name(entry))).map(fact).orElse(null));
  }

  private static String name(String entry) {
    int colon = entry.indexOf(": ");
    return colon < 0 ? entry : entry.substring(0, colon);
  }

  private static String reason(String entry) {
    int colon = entry.indexOf(": ");
    return colon < 0 ? "" : entry.substring(colon + 2);
  }

  private String began(RunRecord run) {
    return run.status()
        .started()
        .map(moment -> MOMENT.format(moment.atZone(context.input().created().getZone())))
        .orElse(ReportNumberFormat.UNKNOWN);
  }

  private static String lasted(RunRecord run) {
    return run.status()
        .started()
        .flatMap(from -> run.status().ended().map(to -> Duration.between(from, to)))
        .map(time -> ReportNumberFormat.duration(time.toMillis() / MILLIS))
        .orElse(ReportNumberFormat.UNKNOWN);
  }
}
