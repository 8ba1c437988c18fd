package io.github.greenscreen.cli.engine;

import io.github.greenscreen.cli.option.EngineOptions;
import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.process.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code greenscreen engine info}: shows the builds of PyTorch on this machine. */
@Command(
    name = "info",
    description = {
      "Show the installed PyTorch builds, whether they are complete, and which is used and why.",
      "The choice applies to train, sweep and final with the same options. Does not download"
          + " anything."
    })
final class EngineInfoCommand extends BaseCommand {
  @Mixin private EngineOptions engine;

  @Override
  public int execute() {
    out().print(new EngineOverview(context().engines()).text(engine.request()));
    return ExitCode.DONE;
  }
}
