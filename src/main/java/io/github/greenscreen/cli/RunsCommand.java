package io.github.greenscreen.cli;

import io.github.greenscreen.console.Durations;
import io.github.greenscreen.console.RunFigures;
import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.run.RunRecord;
import picocli.CommandLine.Command;

/** {@code greenscreen runs}: the table of runs. */
@Command(
    name = "runs",
    subcommands = RunsShowCommand.class,
    description = "Show the table of runs, or everything of one run.")
final class RunsCommand extends BaseCommand {
  @Override
  int execute() {
    TextTable table =
        new TextTable("run", "purpose", "state", ">epochs", ">accuracy", ">energy", ">time", "why");
    Analyses.records(runs()).forEach(record -> add(table, record));
    out().print(table);
    return ExitCode.DONE;
  }

  private static void add(TextTable table, RunRecord record) {
    RunFigures figures = RunFigures.of(record);
    String planned =
        record.plan().epochs().isPresent() ? "/" + record.plan().epochs().getAsInt() : "";
    table.row(
        record.name(),
        record.status().purpose().spelling(),
        record.status().state().spelling(),
        figures.epochs() + planned,
        Values.percent(figures.accuracy()),
        Values.number(figures.energyWh(), 3, " Wh"),
        Durations.spell(figures.seconds()),
        record.status().why());
  }
}
