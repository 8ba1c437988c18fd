package io.github.greenscreen.cli.report;

import io.github.greenscreen.cli.support.RunLoader;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.console.RunSummary;
import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.format.DurationFormat;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.format.ValueFormat;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code greenscreen runs}: prints the table of runs. */
@Command(
    name = "runs",
    subcommands = RunsShowCommand.class,
    description = "Show a table of all runs, or the details of one run.")
public final class RunsCommand extends RunsFolderCommand {
  private static final String SEED_UNKNOWN = "its folder does not record the seed";

  @Override
  public int execute() {
    List<RunRecord> records = RunLoader.someReadable(runs());
    boolean marked = records.stream().anyMatch(record -> !RunSummary.of(record).mark().isEmpty());
    List<String> heads = new ArrayList<>(List.of("run", "purpose", "state", ">epochs"));
    heads.addAll(List.of(">accuracy", ">energy"));
    heads.addAll(marked ? List.of("source", ">time", "why") : List.of(">time", "why"));
    TextTable table = new TextTable(heads.toArray(String[]::new));
    records.forEach(record -> table.row(cells(record, marked)));
    out().print(table);
    return ExitCode.DONE;
  }

  /** Return the cells of a row; if {@code marked}, one cell names the power source. */
  private static Object[] cells(RunRecord record, boolean marked) {
    RunSummary figures = RunSummary.of(record);
    String planned =
        record.plan().epochs().isPresent() ? "/" + record.plan().epochs().getAsInt() : "";
    List<String> cells = new ArrayList<>();
    cells.add(record.name());
    cells.add(record.status().purpose().configName());
    cells.add(record.status().state().configName());
    cells.add(figures.epochs() + planned);
    cells.add(ValueFormat.percent(figures.accuracy()));
    cells.add(ValueFormat.number(figures.energyWh(), 3, " Wh"));
    if (marked) {
      cells.add(
          Double.isNaN(figures.energyWh())
              ? TextNumberFormat.MISSING
              : figures.powerSource().words());
    }
    cells.add(DurationFormat.spell(figures.seconds()));
    cells.add(reason(record));
    return cells.toArray();
  }

  /** Return the reason of the state, and what the folder does not record. */
  private static String reason(RunRecord record) {
    return Stream.of(record.status().reason(), record.lacksSeed() ? SEED_UNKNOWN : "")
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
