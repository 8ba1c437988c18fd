package io.github.greenscreen.cli.asktell;

import io.github.greenscreen.cli.support.ExceptionHandler;
import io.github.greenscreen.cli.support.ExitCode;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.format.TrialReportParser;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.run.model.TrialReport;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.summary.Json;
import io.github.greenscreen.table.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code greenscreen tell}: records results that another program reports. */
@Command(
    name = "tell",
    description = {
      "Report the result of a trial that 'greenscreen ask' suggested.",
      "As JSON: {\"trial\":1,\"metrics\":{\"val_accuracy\":0.91},\"state\":\"completed\"}",
      "with state completed (default), stopped or failed. For a trial that was not suggested, give",
      "configuration instead of trial. Metrics have the same names as in config.yaml; null, NaN,",
      "and infinite values count as no result. Several results are recorded one by one, and those",
      "that are refused are named."
    })
public final class TellCommand extends RunsFolderCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "JSON",
      description = "Results to report (default: one per line from standard input).")
  private List<String> objects;

  @Override
  public int execute() throws IOException, InterruptedException {
    AskTellSession session = new AskTellSession(new RunStore(runs()));
    if (objects != null && objects.size() == 1) {
      out().println(line(session.tell(TrialReportParser.parse(objects.get(0)))));
      return ExitCode.DONE;
    }
    ReportTally tally = new ReportTally(objects == null ? "line" : "argument");
    try {
      if (objects == null) {
        tellLines(session, tally);
      } else {
        session.checkStudy();
        for (String object : objects) {
          tell(session, object, tally);
        }
      }
    } finally {
      tally.summary().ifPresent(sentence -> ExceptionHandler.say(err(), sentence));
    }
    return tally.refusedAny() ? ExitCode.USAGE : ExitCode.DONE;
  }

  /**
   * Record each line as it comes, because the other program may go on writing for hours. The study
   * is checked no sooner, because its 'ask' may stand in the same pipeline.
   */
  private void tellLines(AskTellSession session, ReportTally tally)
      throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    boolean checked = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isBlank()) {
        tally.skip();
        continue;
      }
      if (!checked) {
        session.checkStudy();
        checked = true;
      }
      tell(session, line, tally);
    }
  }

  private void tell(AskTellSession session, String json, ReportTally tally)
      throws InterruptedException {
    try {
      Trial trial = session.tell(parse(json));
      tally.record();
      out().println(line(trial));
    } catch (UsageException e) {
      ExceptionHandler.say(err(), tally.refuse(e.getMessage()));
    }
  }

  /** A report that cannot be read is a wrong argument; an unreadable study is not. */
  private static TrialReport parse(String json) {
    try {
      return TrialReportParser.parse(json);
    } catch (RunFolderException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static String line(Trial trial) {
    return Json.of(
        new JsonObject()
            .with("trial", trial.number())
            .with("state", trial.state().name().toLowerCase(Locale.ROOT)));
  }
}
