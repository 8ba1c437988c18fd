package io.github.greenscreen.cli;

import io.github.greenscreen.cli.support.CliContext;
import io.github.greenscreen.cli.support.ExceptionHandler;
import io.github.greenscreen.cli.support.ResultWriter;
import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.process.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** The command-line application: parses arguments, runs the command and returns its exit code. */
public final class CommandLineApp {
  private static final int HELP_WIDTH = 100;

  private CommandLineApp() {}

  /**
   * Run {@code arguments}. Nothing is thrown: every failure becomes a message on {@code err} and an
   * exit code.
   *
   * @param context services that commands use
   * @param out receives results
   * @param err receives everything else
   * @return 0 done, 1 failure, 2 bad usage, configuration, data or runs folder, 3 some runs of the
   *     sweep failed, 4 nothing to suggest, 130 interrupted, 141 the reader of {@code out} has gone
   */
  public static int run(CliContext context, Writer out, PrintWriter err, String... arguments) {
    ResultWriter results = new ResultWriter(out);
    int code = run(context, Optional.empty(), results, err, arguments);
    return results.failure().map(failure -> unwritten(failure, code, err)).orElse(code);
  }

  /** Run {@code arguments} as a step of the command {@code caller}, which prints to {@code out}. */
  static int run(
      CliContext context,
      Optional<String> caller,
      ResultWriter out,
      PrintWriter err,
      String... arguments) {
    CommandLine commandLine =
        commandLine(new GreenscreenCommand(context, caller)).setOut(out).setErr(err);
    int code = commandLine.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  /** Return the exit code of a command that ended with {@code code} and whose results are lost. */
  private static int unwritten(IOException failure, int code, PrintWriter err) {
    if (ResultWriter.isClosedPipe(failure)) {
      return code == ExitCode.DONE ? ExitCode.CLOSED_PIPE : code;
    }
    String reason = FailureReason.of(failure);
    ExceptionHandler.say(
        err,
        ("standard output cannot be written (%s), so results are lost; make room or choose another "
                + "place for the output, and run the command again")
            .formatted(reason.equals("Bad file descriptor") ? "it is closed" : reason));
    err.flush();
    return code == ExitCode.DONE ? ExitCode.FAILURE : code;
  }

  /** Return the parser of all commands. */
  static CommandLine commandLine(CliContext context) {
    return commandLine(new GreenscreenCommand(context, Optional.empty()));
  }

  private static CommandLine commandLine(GreenscreenCommand root) {
    ExceptionHandler failures = new ExceptionHandler();
    CommandLine commandLine = new CommandLine(root);
    keepOrder(commandLine.getCommandSpec());
    return commandLine
        .setUsageHelpWidth(HELP_WIDTH)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setAbbreviatedOptionsAllowed(false)
        .setAllowOptionsAsOptionParameters(false)
        .setOverwrittenOptionsAllowed(false)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  /** Show options in the order of their declaration, not alphabetically. */
  private static void keepOrder(CommandSpec spec) {
    spec.usageMessage().sortOptions(false).sortSynopsis(false);
    spec.subcommands().values().forEach(sub -> keepOrder(sub.getCommandSpec()));
  }
}
