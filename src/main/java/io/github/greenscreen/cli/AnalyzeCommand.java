package io.github.greenscreen.cli;

import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.summary.SummaryTables;
import io.github.greenscreen.summary.TextTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code greenscreen analyze}: rankings, regression and the best configuration. */
@Command(
    name = "analyze",
    description = {
      "Rank the runs, explain energy and power by the parameters, recommend a configuration.",
      "Prints tables, how much each parameter matters among them, and writes runs_summary.csv,",
      "statistics_summary.csv, importance.csv and best.yaml."
    })
final class AnalyzeCommand extends BaseCommand {
  @Mixin private MinAccuracyOption minAccuracy;
  @Mixin private CarbonOptions carbon;
  @Mixin private ReportOptions report;

  @Override
  int execute() {
    AnalysisResult result =
        Analyses.of(runs(), Analyses.records(runs()), minAccuracy.toOptions(carbon.toCarbon()));
    SummaryTables.write(report.folder(), result);
    out().print(TextTables.all(result));
    err().println("tables and best configuration are in " + report.folder());
    return ExitCode.DONE;
  }
}
