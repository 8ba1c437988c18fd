package io.github.greenscreen.cli.asktell;

import io.github.greenscreen.cli.support.ExitCode;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.format.TrialReportParser;
import io.github.greenscreen.search.Trial;
import io.github.greenscreen.summary.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code greenscreen tell}: records results that another program reports. */
@Command(
    name = "tell",
    description = {
      "Report the result of a trial that 'greenscreen ask' suggested.",
      "As JSON: {\"trial\":1,\"metrics\":{\"val_accuracy\":0.91},\"state\":\"completed\"}",
      "with state completed (default), stopped or failed. For a trial that was not suggested, give",
      "configuration instead of trial. Metrics have the same names as in config.yaml."
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
    for (String json : objects == null ? lines() : objects) {
      out().println(line(session.tell(TrialReportParser.parse(json))));
    }
    return ExitCode.DONE;
  }

  private static String line(Trial trial) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("trial", trial.number());
    all.put("state", trial.state().name().toLowerCase(Locale.ROOT));
    return Json.of(all);
  }

  private static List<String> lines() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return in.lines().filter(line -> !line.isBlank()).toList();
  }
}
