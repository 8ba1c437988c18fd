package io.github.greenscreen.report.section;

import io.github.greenscreen.format.ReportNumberFormat;
import io.github.greenscreen.report.context.ReportContext;
import io.github.greenscreen.report.context.Timeline;
import io.github.greenscreen.report.pdf.PdfDocumentWriter;
import io.github.greenscreen.report.pdf.PdfTable;
import io.github.greenscreen.report.pdf.PdfTable.Column;
import io.github.greenscreen.run.RunRecord;
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
    PdfTable grid =
        new PdfTable(
            pdf.type(),
            List.of(
                Column.words("Run", 1),
                Column.words("Began", 1.8f),
                Column.words("Lasted", 1.5f),
                Column.words("Where", 2.8f),
                Column.words("Reason", 6)));
    Map<String, RunRecord> runs =
        context.input().runs().stream()
            .collect(Collectors.toMap(RunRecord::name, Function.identity(), (a, b) -> a));
    for (String entry : excluded) {
      int colon = entry.indexOf(": ");
      String name = colon < 0 ? entry : entry.substring(0, colon);
      Optional<RunRecord> run = Optional.ofNullable(runs.get(name));
      grid.words(
          List.of(
              name,
              run.map(this::began).orElse(ReportNumberFormat.UNKNOWN),
              run.map(ExcludedRunsSection::lasted).orElse(ReportNumberFormat.UNKNOWN),
              run.map(Timeline::place).orElse(ReportNumberFormat.UNKNOWN),
              colon < 0 ? "" : entry.substring(colon + 2)));
    }
    pdf.table(grid.table());
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
