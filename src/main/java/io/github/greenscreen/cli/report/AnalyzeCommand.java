package io.github.greenscreen.cli.report;

import io.github.greenscreen.analysis.Analysis;
import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.analysis.AnalysisResult;
import io.github.greenscreen.cli.option.CarbonOptions;
import io.github.greenscreen.cli.option.RecommendationOptions;
import io.github.greenscreen.cli.option.ReportOptions;
import io.github.greenscreen.cli.support.RunLoader;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.summary.AnalysisText;
import io.github.greenscreen.summary.SummaryWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code greenscreen analyze}: prints rankings, regressions and the recommended configuration, and
 * writes them to files.
 */
@Command(
    name = "analyze",
    description = {
      "Rank the runs, model energy and power by parameter, and recommend a configuration.",
      "Prints tables, including the importance of each parameter, and writes runs_summary.csv,",
      "statistics_summary.csv, importance.csv, best.yaml and analysis.json, which holds everything."
    })
public final class AnalyzeCommand extends RunsFolderCommand {
  @Mixin private RecommendationOptions goals;
  @Mixin private CarbonOptions carbon;
  @Mixin private ReportOptions report;

  @Override
  public int execute() {
    AnalysisOptions options = goals.toOptions(carbon.toCarbon());
    List<RunRecord> records = RunLoader.readable(runs());
    AnalysisResult result = Analysis.of(records, options);
    SummaryWriter.write(report.folder(), result, new RunStore(runs())::readConfusion);
    RunLoader.refuseNothing(runs(), records, result);
    out().print(AnalysisText.all(result));
    err().println("tables and best configuration are in " + report.folder());
    return ExitCode.DONE;
  }
}
