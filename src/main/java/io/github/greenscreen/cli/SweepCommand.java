package io.github.greenscreen.cli;

import picocli.CommandLine.Command;

/** {@code greenscreen sweep}. */
@Command(name = "sweep", description = "Train n configurations of the search space, one process each.")
final class SweepCommand extends BaseCommand {
  @Override
  int execute() {
    return ExitCode.DONE;
  }
}
