package io.github.greenscreen.cli.report;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.cli.support.RunLoader;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.format.DurationFormat;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
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
    List<Line> lines =
        records.stream().map(record -> new Line(record, RunMetricsFactory.of(record))).toList();
    List<Column<Line>> columns = new ArrayList<>();
    columns.add(Column.text("run", line -> line.record().name()));
    columns.add(Column.text("purpose", line -> line.record().status().purpose().configName()));
    columns.add(Column.text("state", line -> line.record().status().state().configName()));
    columns.add(Column.right("epochs", RunsCommand::epochs));
    columns.add(figure("accuracy", run -> TextNumberFormat.percentage(run.accuracy())));
    columns.add(figure("energy", run -> TextNumberFormat.fixed(run.energyWh(), 3, " Wh")));
    if (lines.stream().anyMatch(line -> !line.run().mark().isEmpty())) {
      columns.add(Column.text("source", line -> source(line.run())));
    }
    columns.add(figure("time", run -> DurationFormat.spell(run.seconds())));
    columns.add(Column.text("why", line -> reason(line.record())));
    print(new Table<>("", columns, lines));
    return ExitCode.DONE;
  }

  private record Line(RunRecord record, RunMetrics run) {}

  private static Column<Line> figure(String heading, Function<RunMetrics, String> figure) {
    return Column.right(heading, line -> figure.apply(line.run()));
  }

  private static String epochs(Line line) {
    OptionalInt planned = line.record().plan().epochs();
    return line.run().epochs() + (planned.isPresent() ? "/" + planned.getAsInt() : "");
  }

  private static String source(RunMetrics run) {
    return Double.isNaN(run.energyWh()) ? TextNumberFormat.MISSING : run.powerSource().words();
  }

  /** Return the reason of the state, and what the folder does not record. */
  private static String reason(RunRecord record) {
    return Stream.of(record.status().reason(), record.lacksSeed() ? SEED_UNKNOWN : "")
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
