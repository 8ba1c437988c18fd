package io.github.greenscreen.cli;

import io.github.greenscreen.analysis.Replay;
import io.github.greenscreen.analysis.ReplayResult;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.search.Goal;
import io.github.greenscreen.search.Method;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.Stopper;
import io.github.greenscreen.search.StopperChoice;
import io.github.greenscreen.simulation.Simulation;
import io.github.greenscreen.simulation.SimulationResult;
import io.github.greenscreen.summary.ReplaySummary;
import io.github.greenscreen.summary.SimulationSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code greenscreen simulate}: samplers and stoppers on what was measured before. */
@Command(
    name = "simulate",
    description = {
      "Try samplers or stoppers on what was measured before, without training.",
      "A CSV table of measured results is searched by samplers, a folder of finished runs is run",
      "again under stoppers."
    })
final class SimulateCommand extends BaseCommand {
  private static final Objective ACCURACY = Objective.of("val_accuracy", Goal.MAXIMIZE);

  @Parameters(paramLabel = "TABLE.csv|RUNS", description = "The table, or the folder of the runs.")
  private Path source;

  @Mixin private TableOptions table;
  @Mixin private ReplayOptions replay;

  @Option(
      names = "--workers",
      paramLabel = "N",
      order = 40,
      converter = Count.class,
      description = "Trials or runs at the same time (default: 1).")
  private Integer workers;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      order = 41,
      converter = Format.Reader.class,
      description = "table or json (default: table).")
  private Format format = Format.TABLE;

  @Override
  int execute() {
    out().print(Files.isDirectory(source) ? replayed() : searched());
    return ExitCode.DONE;
  }

  private String searched() {
    replay
        .given()
        .ifPresent(
            option -> {
              throw new UsageException(
                  option + " is about a folder of runs, and " + source + " is none; leave it out");
            });
    Simulation simulation =
        Simulation.of(table.query(source), table.trials(), workers == null ? 1 : workers);
    Map<String, SimulationResult> results = new LinkedHashMap<>();
    for (Method method : table.methods()) {
      results.put(method.spelling(), simulation.run(method.sampler()::next, table.seeds()));
    }
    return format == Format.JSON
        ? SimulationSummary.json(results)
        : SimulationSummary.text(results);
  }

  private String replayed() {
    table
        .given()
        .ifPresent(
            option -> {
              throw new UsageException(
                  option + " is about a table, and " + source + " is a folder; leave it out");
            });
    List<RunRecord> runs = Analyses.records(source);
    List<ReplaySummary.Line> lines = new ArrayList<>();
    for (StopperChoice choice : replay.choices(runs)) {
      Stopper stopper = ReplayOptions.create(choice);
      ReplayResult result =
          Replay.of(runs, stopper, ACCURACY, workers == null ? 1 : workers, replay.good());
      if (result.runs() == 0) {
        throw new UsageException(
            "%s: none of the %s runs completed; a baseline or sweep run must complete first"
                .formatted(source, runs.size()));
      }
      lines.add(new ReplaySummary.Line(choice.kind().spelling(), stopper, result));
    }
    if (isVerbose()) {
      err().print(ReplaySummary.reasons(lines));
    }
    return format == Format.JSON
        ? ReplaySummary.json(lines)
        : ReplaySummary.text(lines, replay.good());
  }
}
