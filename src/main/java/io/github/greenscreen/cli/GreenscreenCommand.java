package io.github.greenscreen.cli;

import io.github.greenscreen.cli.asktell.AskCommand;
import io.github.greenscreen.cli.asktell.TellCommand;
import io.github.greenscreen.cli.data.DataCommand;
import io.github.greenscreen.cli.doctor.DoctorCommand;
import io.github.greenscreen.cli.engine.EngineCommand;
import io.github.greenscreen.cli.model.EnsembleCommand;
import io.github.greenscreen.cli.model.ExportCommand;
import io.github.greenscreen.cli.model.PredictCommand;
import io.github.greenscreen.cli.power.PowerCommand;
import io.github.greenscreen.cli.report.AnalyzeCommand;
import io.github.greenscreen.cli.report.CompareCommand;
import io.github.greenscreen.cli.report.ReportCommand;
import io.github.greenscreen.cli.report.RunsCommand;
import io.github.greenscreen.cli.simulate.SimulateCommand;
import io.github.greenscreen.cli.study.StudyCommand;
import io.github.greenscreen.cli.support.CliContext;
import io.github.greenscreen.cli.support.ResultWriter;
import io.github.greenscreen.cli.support.RootCommand;
import io.github.greenscreen.cli.support.VersionProvider;
import io.github.greenscreen.cli.sweep.SpaceCommand;
import io.github.greenscreen.cli.sweep.SweepCommand;
import io.github.greenscreen.cli.train.FinalCommand;
import io.github.greenscreen.cli.train.TrainCommand;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: declares the subcommands and holds the context that they share. */
@Command(
    name = "greenscreen",
    versionProvider = VersionProvider.class,
    subcommands = {
      StudyCommand.class,
      SweepCommand.class,
      TrainCommand.class,
      AnalyzeCommand.class,
      FinalCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      PredictCommand.class,
      EnsembleCommand.class,
      RunsCommand.class,
      CompareCommand.class,
      SpaceCommand.class,
      DataCommand.class,
      EngineCommand.class,
      DoctorCommand.class,
      PowerCommand.class,
      SimulateCommand.class,
      AskCommand.class,
      TellCommand.class,
      HelpCommand.class
    },
    description = "Find the training configuration with the most accuracy for the least energy.",
    footer = {
      "",
      "Exit codes: 0 done, 1 failure, 2 bad usage, configuration, data or runs folder,",
      "3 the sweep finished but some runs failed, 4 ask has nothing to suggest, 130 interrupted."
    })
final class GreenscreenCommand implements Runnable, RootCommand {
  private final CliContext context;
  private final Optional<String> caller;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the versions of greenscreen, Java, DJL and PyTorch.")
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean version;

  GreenscreenCommand(CliContext context, Optional<String> caller) {
    this.context = context;
    this.caller = caller;
  }

  @Override
  public CliContext context() {
    return context;
  }

  @Override
  public Optional<String> caller() {
    return caller;
  }

  @Override
  public int execute(String name, List<String> words) {
    CommandLine commandLine = spec.commandLine();
    return CommandLineApp.run(
        context,
        Optional.of(name),
        (ResultWriter) commandLine.getOut(),
        commandLine.getErr(),
        words.toArray(String[]::new));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command; expected one of " + names() + ".");
  }

  private String names() {
    return String.join(", ", spec.subcommands().keySet());
  }
}
