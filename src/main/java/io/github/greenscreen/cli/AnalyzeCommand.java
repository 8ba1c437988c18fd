package io.github.greenscreen.cli;

import io.github.greenscreen.analysis.AnalysisResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code greenscreen analyze}: rankings, regression and the best configuration. */
@Command(
    name = "analyze",
    description = {
      "Rank the runs, explain energy and power by the parameters, recommend a configuration.",
      "Prints tables and writes runs_summary.csv, statistics_summary.csv and best.yaml."
    })
final class AnalyzeCommand extends BaseCommand {
  @Mixin private MinAccuracyOption minAccuracy;
  @Mixin private ReportOptions report;

  @Override
  int execute() {
    AnalysisResult result = Analyses.of(runs(), minAccuracy.toOptions());
    return ExitCode.DONE;
  }
}
