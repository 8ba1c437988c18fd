package io.github.greenscreen.cli.support;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The base class of all commands: common options, output streams and context. */
public abstract class BaseCommand implements Callable<Integer> {
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
  @SuppressWarnings("UnusedVariable") // picocli reads it
  private boolean help;

  @Override
  public final Integer call() throws Exception {
    try {
      return execute();
    } catch (LinkageError | VirtualMachineError e) {
      // The command line converts only exceptions to messages.
      throw new ExecutionException(e);
    } finally {
      out().flush();
      err().flush();
    }
  }

  /** Execute the command and return an {@link ExitCode}. */
  public abstract int execute() throws Exception;

  /** Return the runs folder; {@code --runs} before the name of a nested command counts as well. */
  public final Path runs() {
    if (runs != null) {
      return runs;
    }
    return parent instanceof BaseCommand outer ? outer.runs() : Path.of("runs");
  }

  public final boolean isVerbose() {
    return verbose || (parent instanceof BaseCommand outer && outer.isVerbose());
  }

  /** Return the writer for results. */
  public final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Return the writer for everything but results. */
  public final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Return the services that the command uses. */
  public final CliContext context() {
    return root().context();
  }

  /** Return the root of the command line. */
  public final RootCommand root() {
    return (RootCommand) spec.root().userObject();
  }

  public final CommandSpec spec() {
    return spec;
  }
}
