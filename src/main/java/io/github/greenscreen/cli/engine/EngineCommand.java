package io.github.greenscreen.cli.engine;

import io.github.greenscreen.cli.option.EngineOptions;
import io.github.greenscreen.cli.support.BaseCommand;
import io.github.greenscreen.process.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code greenscreen engine}: shows the builds of PyTorch on this machine. */
@Command(
    name = "engine",
    subcommands = {EngineFetchCommand.class, EngineInfoCommand.class},
    description = "Fetch and describe PyTorch builds; without a subcommand, run 'engine info'.")
public final class EngineCommand extends BaseCommand {
  @Mixin private EngineOptions engine;

  @Override
  public int execute() {
    out().print(new EngineOverview(context().engines()).text(engine.request()));
    return ExitCode.DONE;
  }
}
