package io.github.greenscreen.cli.simulate;

import io.github.greenscreen.analysis.metrics.TrialFactory;
import io.github.greenscreen.analysis.replay.ReplayResult;
import io.github.greenscreen.analysis.replay.StopperReplay;
import io.github.greenscreen.cli.converter.PositiveIntConverter;
import io.github.greenscreen.cli.option.FormatOption;
import io.github.greenscreen.cli.option.StopperOptionGroup;
import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.cli.support.ExceptionHandler;
import io.github.greenscreen.cli.support.RunLoader;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.search.Direction;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.search.sampler.SamplerType;
import io.github.greenscreen.search.stopper.Stopper;
import io.github.greenscreen.search.stopper.StopperConfig;
import io.github.greenscreen.simulation.Simulation;
import io.github.greenscreen.simulation.SimulationInput;
import io.github.greenscreen.simulation.SimulationResult;
import io.github.greenscreen.summary.ReplaySummary;
import io.github.greenscreen.summary.SimulationSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code greenscreen simulate}: simulates samplers and early stoppers on earlier results, without
 * training.
 */
@Command(
    name = "simulate",
    description = {
      "Compare samplers or early stoppers on existing measurements, without training.",
      "Samplers search a CSV table of measured results. A folder of finished runs is replayed",
      "with each early stopper; with --sampler, each sampler searches it, once without an early",
      "stopper and once with each --stopper."
    })
public final class SimulateCommand extends BaseCommand {
  private static final Objective ACCURACY = Objective.of("val_accuracy", Direction.MAXIMIZE);

  @Parameters(
      paramLabel = "TABLE.csv|RUNS",
      description = "CSV table of results, or folder of runs.")
  private Path source;

  @Mixin private SimulationOptions table;
  @Mixin private StopperOptionGroup replay;

  @Option(
      names = "--workers",
      paramLabel = "N",
      order = 40,
      converter = PositiveIntConverter.class,
      description = "Trials or runs in parallel (default: 1).")
  private Integer workers;

  @Mixin private FormatOption format;

  @Override
  public int execute() {
    if (!Files.isDirectory(source)) {
      out().print(searched());
    } else {
      out().print(table.namesSamplers() ? searchedRuns() : replayed());
    }
    return ExitCode.DONE;
  }

  private String searched() {
    refuse(replay.given(), "applies to a folder of runs, and " + source + " is not one");
    Simulation simulation = Simulation.of(table.query(source), table.trials(), workers());
    List<SimulationSummary.Line> lines = new ArrayList<>();
    for (SamplerType method : table.methods()) {
      SimulationResult result = simulation.run(method.sampler()::next, table.seeds());
      lines.add(new SimulationSummary.Line(method.configName(), "", result));
    }
    return shown(simulation.input(), lines);
  }

  private String searchedRuns() {
    refuse(table.givenOfColumns(), "applies to a table, and " + source + " is a folder");
    refuse(
        replay.namesAccuracy() ? Optional.of("--min-accuracy") : Optional.empty(),
        "cannot be combined with --sampler");
    List<RunRecord> runs = RunLoader.records(source, "as the last argument");
    Simulation simulation =
        Simulation.of(table.query(source, TrialFactory.completed(runs)), table.trials(), workers());
    List<StopperConfig> choices = replay.namesStoppers() ? replay.choices(runs) : List.of();
    List<SimulationSummary.Line> lines = new ArrayList<>();
    for (SamplerType method : table.methods()) {
      String name = method.configName();
      SimulationResult plain = simulation.run(method.sampler()::next, table.seeds());
      lines.add(new SimulationSummary.Line(name, "", plain));
      for (StopperConfig choice : choices) {
        Optional<Stopper> stopper = Optional.of(StopperOptionGroup.create(choice));
        SimulationResult result = simulation.run(method.sampler()::next, stopper, table.seeds());
        lines.add(new SimulationSummary.Line(name, choice.kind().configName(), result));
      }
    }
    return shown(simulation.input(), lines);
  }

  /** Return the summary; warnings are part of JSON, and stand beside a table. */
  private String shown(SimulationInput input, List<SimulationSummary.Line> lines) {
    if (format.isJson()) {
      return SimulationSummary.json(input, lines);
    }
    input.warnings().forEach(warning -> ExceptionHandler.say(err(), "warning: " + warning));
    return SimulationSummary.text(input, lines);
  }

  private int workers() {
    return workers == null ? 1 : workers;
  }

  private static void refuse(Optional<String> option, String reason) {
    if (option.isPresent()) {
      throw new UsageException(option.get() + " " + reason + "; remove it");
    }
  }

  private String replayed() {
    refuse(table.given(), "requires a table or --sampler, and " + source + " is a folder of runs");
    List<RunRecord> runs = RunLoader.records(source, "as the last argument");
    List<ReplaySummary.Line> lines = new ArrayList<>();
    for (StopperConfig choice : replay.choices(runs)) {
      Stopper stopper = StopperOptionGroup.create(choice);
      ReplayResult result = StopperReplay.of(runs, stopper, ACCURACY, workers(), replay.good());
      if (result.runs() == 0) {
        throw new UsageException(
            "%s: none of the %s runs completed; a baseline or sweep run must complete first"
                .formatted(source, runs.size()));
      }
      lines.add(new ReplaySummary.Line(choice.kind().configName(), stopper, result));
    }
    if (isVerbose()) {
      err().print(ReplaySummary.reasons(lines));
    }
    return format.isJson() ? ReplaySummary.json(lines) : ReplaySummary.text(lines, replay.good());
  }
}
