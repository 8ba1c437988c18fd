package io.github.greenscreen.cli.support;

import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.table.TextTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The base class of all commands: common options, output streams and context. */
public abstract class BaseCommand implements Callable<Integer> {
  private static final String VERBOSE = "--verbose";

  @Spec private CommandSpec spec;

  @ParentCommand private Object parent;

  @Option(
      names = VERBOSE,
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
    refuseOptionsOfParent();
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

  /** Reject options before the name of a nested command, which reads only its own. */
  private void refuseOptionsOfParent() {
    if (parent instanceof BaseCommand outer) {
      outer.spec.options().stream()
          .map(OptionSpec::longestName)
          .filter(name -> outer.given(name) && !outer.inherited().contains(name))
          .findFirst()
          .ifPresent(
              name -> {
                throw new UsageException(
                    "%s before %s has no effect; write it after %s, if that has it"
                        .formatted(name, spec.name(), spec.name()));
              });
    }
  }

  /** Return the options that nested commands take over. */
  Set<String> inherited() {
    return Set.of(VERBOSE);
  }

  /** Return the command whose subcommand this is, if it is one of these commands. */
  final Optional<BaseCommand> parent() {
    return parent instanceof BaseCommand outer ? Optional.of(outer) : Optional.empty();
  }

  /** Print {@code table} to the output. */
  protected final void print(Table<?> table) {
    out().print(TextTable.of(table));
  }

  /** Return whether the user wants more detail from this command or its parent. */
  public final boolean isVerbose() {
    return verbose || parent().filter(BaseCommand::isVerbose).isPresent();
  }

  /** Return whether {@code option} is on the command line. */
  public final boolean given(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  /** Return those of {@code options} that are on the command line, in this order. */
  public final List<String> given(List<String> options) {
    return options.stream().filter(this::given).toList();
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

  /** Return the declaration of the command with the values of its options. */
  public final CommandSpec spec() {
    return spec;
  }
}
