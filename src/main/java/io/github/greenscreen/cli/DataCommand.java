package io.github.greenscreen.cli;

import picocli.CommandLine.Command;

/** {@code greenscreen data}. */
@Command(name = "data", description = "Fetch, verify and describe data sets.")
final class DataCommand extends BaseCommand {
  @Override
  int execute() {
    return ExitCode.DONE;
  }
}
