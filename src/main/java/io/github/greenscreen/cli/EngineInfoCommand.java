package io.github.greenscreen.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code greenscreen engine info}: the builds of PyTorch on this machine. */
@Command(
    name = "info",
    description = {
      "Show which PyTorch builds are installed, whether they are complete, and which one train,",
      "sweep and final would use with these options, and why. Does not download anything."
    })
final class EngineInfoCommand extends BaseCommand {
  @Mixin private EngineOptions engine;

  @Override
  int execute() {
    out().print(new EngineSheet(parts().engines()).text(engine.request()));
    return ExitCode.DONE;
  }
}
