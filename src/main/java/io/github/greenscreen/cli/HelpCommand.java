package io.github.greenscreen.cli;

import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.space.DidYouMean;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code greenscreen help}: shows the help of a command, as its option does. */
@Command(
    name = "help",
    description = "Show the help of a command, as its option --help does; without one, this list.")
final class HelpCommand extends BaseCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "Name of a command, such as sweep or runs show.")
  private List<String> names = List.of();

  @Override
  public int execute() {
    CommandLine command = spec().root().commandLine();
    for (String name : names) {
      command = nested(command, name);
    }
    command.usage(out());
    return ExitCode.DONE;
  }

  private static CommandLine nested(CommandLine command, String name) {
    CommandLine nested = command.getSubcommands().get(name);
    if (nested == null) {
      throw new UsageException(unknown(command, name));
    }
    return nested;
  }

  private static String unknown(CommandLine command, String name) {
    String outer = command.getCommandSpec().qualifiedName();
    Set<String> known = command.getSubcommands().keySet();
    return known.isEmpty()
        ? "%s has no commands, but found \"%s\"; leave it out".formatted(outer, name)
        : "%s has no command \"%s\"; expected one of %s%s"
            .formatted(outer, name, String.join(", ", known), DidYouMean.hint(name, known));
  }
}
