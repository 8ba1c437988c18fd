package io.github.greenscreen.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Options, output streams, and context that all commands share. */
abstract class BaseCommand implements Callable<Integer> {
  /** Read by logback.xml when the first library asks for a logger. */
  private static final String LOG_LEVEL = "greenscreen.log";

  @Spec private CommandSpec spec;

  @ParentCommand private Object parent;

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      order = 90,
      description = "Folder that holds the runs (default: runs).")
  private Path runs;

  @Option(
      names = "--verbose",
      order = 91,
      description = "Print more detail, and a stack trace on failure.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 99,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  @Override
  public final Integer call() throws Exception {
    if (isVerbose()) {
      System.setProperty(LOG_LEVEL, "DEBUG");
    }
    int code = execute();
    out().flush();
    err().flush();
    return code;
  }

  /** Do the work and return one of {@link ExitCode}. */
  abstract int execute() throws Exception;

  /** Return the runs folder; an option before the name of a nested command counts as well. */
  final Path runs() {
    if (runs != null) {
      return runs;
    }
    return parent instanceof BaseCommand outer ? outer.runs() : Path.of("runs");
  }

  final boolean isVerbose() {
    return verbose || (parent instanceof BaseCommand outer && outer.isVerbose());
  }

  /** Return where results go. */
  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Return where everything else goes. */
  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  final CliContext parts() {
    return ((GreenscreenCommand) spec.root().userObject()).parts();
  }

  final CommandSpec spec() {
    return spec;
  }
}
