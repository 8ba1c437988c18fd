package io.github.greenscreen.cli;

import io.github.greenscreen.report.ReportInput;
import io.github.greenscreen.report.ReportWriter;
import io.github.greenscreen.report.html.HtmlReport;
import io.github.greenscreen.run.Purpose;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunState;
import io.github.greenscreen.run.RunStore;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code greenscreen report}: the PDF and the HTML page. */
@Command(
    name = "report",
    description = "Write greenscreen.pdf and greenscreen.html, and print where they are.")
final class ReportCommand extends BaseCommand {
  private static final String PDF = "greenscreen.pdf";
  private static final String HTML = "greenscreen.html";
  private static final Set<RunState> ENDED = Set.of(RunState.COMPLETED, RunState.STOPPED);

  @Mixin private GoalOptions goals;
  @Mixin private CarbonOptions carbon;
  @Mixin private ReportOptions report;

  @Override
  int execute() {
    List<RunRecord> records = Analyses.records(runs());
    ReportInput input =
        new ReportInput(
            Analyses.of(runs(), records, goals.toOptions(carbon.toCarbon())),
            records,
            finalRun(records),
            ZonedDateTime.now(ZoneId.systemDefault()),
            new Versions().of("greenscreen"));
    Path pdf = report.folder().resolve(PDF);
    ReportWriter.write(pdf, input, new RunStore(runs())::readPower);
    out().println(pdf);
    Path html = report.folder().resolve(HTML);
    HtmlReport.write(html, input);
    out().println(html);
    return ExitCode.DONE;
  }

  /**
   * Return the last final run, which belongs to the newest analysis, if it completed; one that was
   * stopped is no result, and hides the older ones.
   */
  private static Optional<RunRecord> finalRun(List<RunRecord> records) {
    return records.stream()
        .filter(run -> run.status().purpose() == Purpose.FINAL)
        .filter(run -> ENDED.contains(run.status().state()))
        .reduce((first, second) -> second)
        .filter(run -> run.status().state() == RunState.COMPLETED);
  }
}
