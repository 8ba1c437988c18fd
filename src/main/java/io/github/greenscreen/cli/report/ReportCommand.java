package io.github.greenscreen.cli.report;

import io.github.greenscreen.analysis.AnalysisOptions;
import io.github.greenscreen.cli.converter.SecondsConverter;
import io.github.greenscreen.cli.option.CarbonOptions;
import io.github.greenscreen.cli.option.RecommendationOptions;
import io.github.greenscreen.cli.option.ReportOptions;
import io.github.greenscreen.cli.support.ExceptionHandler;
import io.github.greenscreen.cli.support.RunLoader;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.cli.support.SignalHandlers;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.cli.support.WakeUpSignal;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code greenscreen report}: writes the report as PDF and HTML. */
@Command(
    name = "report",
    description = {
      "Write greenscreen.pdf and greenscreen.html, and print their paths.",
      "For an unfinished sweep, the report lists what is missing and the commands that finish it."
    })
public final class ReportCommand extends RunsFolderCommand {
  private static final Duration EVERY = Duration.ofSeconds(10);

  @Mixin private RecommendationOptions goals;
  @Mixin private CarbonOptions carbon;
  @Mixin private ReportOptions report;

  @Option(
      names = "--watch",
      order = 60,
      description =
          "Rewrite the report and the output of 'greenscreen analyze' after every run and "
              + "epoch, until the sweep ends or Ctrl-C; an open browser page refreshes itself.")
  private boolean watch;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      order = 61,
      converter = SecondsConverter.class,
      description = "With --watch: minimum time between two updates (default: 10).")
  private Duration every;

  @Override
  public int execute() {
    if (every != null && !watch) {
      throw new UsageException("--every applies to --watch only; add --watch");
    }
    RunStore store = new RunStore(runs());
    AnalysisOptions options = goals.toOptions(carbon.toCarbon());
    ReportService reporting = new ReportService(store, report.folder(), options);
    if (watch) {
      Duration period = every == null ? EVERY : every;
      WakeUpSignal wakeUp = new WakeUpSignal();
      ReportWatcher loop = new ReportWatcher(store, reporting, period, wakeUp, out(), err());
      return SignalHandlers.telling(wakeUp::signal, loop::watch);
    }
    return once(reporting);
  }

  private int once(ReportService reporting) {
    List<RunRecord> records = RunLoader.readable(runs());
    ReportService.Draft draft = reporting.draft(records);
    reporting.write(draft);
    out().println(reporting.pdf());
    out().println(reporting.html());
    if (!draft.warning().isEmpty()) {
      ExceptionHandler.say(err(), draft.warning());
    }
    RunLoader.nothing(runs(), records, draft.input().analysis())
        .ifPresent(reason -> ExceptionHandler.say(err(), reason));
    draft.input().unfinished().lines().forEach(err()::println);
    return ExitCode.DONE;
  }
}
