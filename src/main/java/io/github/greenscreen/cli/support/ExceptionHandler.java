package io.github.greenscreen.cli.support;

import io.github.greenscreen.asktell.AskTellException;
import io.github.greenscreen.config.ConfigException;
import io.github.greenscreen.data.image.DataException;
import io.github.greenscreen.engine.EngineException;
import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.report.ReportException;
import io.github.greenscreen.run.lock.LockedException;
import io.github.greenscreen.run.model.RunFolderException;
import io.github.greenscreen.search.SearchException;
import io.github.greenscreen.simulation.SimulationException;
import io.github.greenscreen.sweep.launch.SweepException;
import io.github.greenscreen.training.engine.UnsupportedChoiceException;
import io.github.greenscreen.weights.WeightsException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Converts exceptions to messages on standard error and exit codes. Stack traces appear only with
 * {@code --verbose}.
 */
public final class ExceptionHandler
    implements IParameterExceptionHandler, IExecutionExceptionHandler {
  /** Exceptions whose message is written for the user, with their exit codes. */
  private static final Map<Class<? extends RuntimeException>, Integer> SENTENCES =
      Map.ofEntries(
          Map.entry(UsageException.class, ExitCode.USAGE),
          Map.entry(AskTellException.class, ExitCode.USAGE),
          Map.entry(ConfigException.class, ExitCode.USAGE),
          Map.entry(DataException.class, ExitCode.USAGE),
          Map.entry(WeightsException.class, ExitCode.USAGE),
          Map.entry(EngineException.class, ExitCode.USAGE),
          Map.entry(RunFolderException.class, ExitCode.USAGE),
          Map.entry(LockedException.class, ExitCode.USAGE),
          Map.entry(SweepException.class, ExitCode.USAGE),
          Map.entry(SearchException.class, ExitCode.USAGE),
          Map.entry(ReportException.class, ExitCode.USAGE),
          Map.entry(SimulationException.class, ExitCode.USAGE),
          Map.entry(UnsupportedChoiceException.class, ExitCode.FAILURE));

  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    say(err, exception.getMessage().replaceFirst("^Error: ", ""));
    UnmatchedArgumentException.printSuggestions(exception, err);
    err.printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, ParseResult parseResult) {
    PrintWriter err = command.getErr();
    boolean sentence = SENTENCES.containsKey(exception.getClass());
    say(err, sentence ? exception.getMessage() : FailureReason.withFile(exception));
    if (command.getCommand() instanceof BaseCommand base && base.isVerbose()) {
      exception.printStackTrace(err);
    } else if (!sentence) {
      err.println("Run again with --verbose for a stack trace.");
    }
    return SENTENCES.getOrDefault(exception.getClass(), ExitCode.FAILURE);
  }

  /** Write {@code message}, which may have several lines, to {@code err} with a prefix. */
  public static void say(PrintWriter err, String message) {
    message.lines().forEach(line -> err.println("greenscreen: " + line));
  }
}
