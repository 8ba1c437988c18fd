package io.github.greenscreen.cli.report;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.cli.option.CarbonOptions;
import io.github.greenscreen.cli.support.RunLoader;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.format.DurationFormat;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.evaluation.ClassificationScores;
import io.github.greenscreen.run.evaluation.EvaluatedSplit;
import io.github.greenscreen.run.format.LimitFields;
import io.github.greenscreen.run.format.MeasurementFields;
import io.github.greenscreen.run.model.EnergyCounterReading;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.run.model.TimedPhase;
import io.github.greenscreen.summary.ClassTable;
import io.github.greenscreen.table.Column;
import io.github.greenscreen.table.Table;
import io.github.greenscreen.table.TextTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code greenscreen runs show}: prints all details of one run. */
@Command(
    name = "show",
    description = "Show the details of one run: settings, results and every epoch.")
public final class RunsShowCommand extends RunsFolderCommand {
  @Parameters(paramLabel = "RUN", description = "Run number, such as 017 or 17.")
  private String name;

  @Mixin private CarbonOptions carbon;

  @Override
  public int execute() {
    RunFolder folder =
        new RunStore(runs()).find(name).orElseThrow(() -> new UsageException(absent(name, runs())));
    RunRecord record = RunLoader.read(folder);
    out().printf("run %s in %s%n%n", record.name(), folder.path());
    showStatus(record);
    section("configuration", configuration(record));
    showClasses(folder);
    if (!record.epochs().isEmpty()) {
      out().printf("%nepochs%n");
      out().print(TextTable.of(epochs(record)).indent(2));
    }
    return ExitCode.DONE;
  }

  private void showClasses(RunFolder folder) {
    for (EvaluatedSplit split : EvaluatedSplit.values()) {
      folder
          .readConfusion(split)
          .ifPresent(
              matrix -> {
                out().printf("%nclasses on the %s split%n", split.configName());
                out().print(TextTable.of(ClassTable.of(split, matrix)).indent(2));
              });
    }
  }

  private static Map<String, String> configuration(RunRecord record) {
    Map<String, String> values = new LinkedHashMap<>(record.plan().whole().values());
    if (record.lacksSeed()) {
      values.put("seed", "not recorded");
    }
    return values;
  }

  /** Return the error message for a run {@code name} that {@code runs} does not have. */
  public static String absent(String name, Path runs) {
    return "no run %s in %s; 'greenscreen runs --runs %s' lists all runs"
        .formatted(name, runs, runs);
  }

  private void showStatus(RunRecord record) {
    RunStatus status = record.status();
    RunMetrics figures = RunMetricsFactory.of(record);
    String reason = status.reason().isEmpty() ? "" : ": " + status.reason();
    entry("state", status.state().configName() + reason);
    entry("purpose", status.purpose().configName());
    entry("attempts", Integer.toString(status.attempts()));
    limits(LimitFields.format(status.limits()));
    status.started().ifPresent(time -> entry("started", time.toString()));
    status.ended().ifPresent(time -> entry("ended", time.toString()));
    entry("data", status.data().isEmpty() ? "cache or embedded" : status.data());
    status.limit().ifPresent(limit -> entry("limit", limit + " images"));
    entry("validation accuracy", TextNumberFormat.percentage(figures.detail().valAccuracy()));
    ScoreEntries.ofValidation(figures).forEach(this::entry);
    record
        .result()
        .ifPresent(
            result -> {
              entry("test accuracy", TextNumberFormat.percentage(result.testAccuracy()));
              entry("test F1", TextNumberFormat.fixed(result.testF1(), 4, ""));
              ScoreEntries.ofTest(figures).forEach(this::entry);
              show(result.network());
            });
    showEnergy(figures, figures.energy());
    warnings(status).forEach(warning -> entry("warning", warning));
    entry("time", DurationFormat.spell(figures.seconds()));
    ScoreEntries.ofBestEpoch(figures).forEach(this::entry);
    section("seconds by phase", seconds(status));
    section("settings in effect", status.effective());
    section("facts", facts(status));
  }

  private void show(NetworkSize network) {
    entry("parameters", TextNumberFormat.fixed((double) network.parameters(), 0, ""));
    network.multiplyAdds().ifPresent(count -> entry("multiply-adds", perImage(count)));
    network.activations().ifPresent(count -> entry("activations", perImage(count)));
  }

  private static String perImage(long count) {
    return TextNumberFormat.fixed((double) count, 0, " per image");
  }

  private void limits(Map<String, String> limits) {
    if (!limits.isEmpty()) {
      entry(
          "limits",
          limits.entrySet().stream()
              .map(limit -> limit.getKey() + " " + limit.getValue())
              .collect(Collectors.joining(", ")));
    }
  }

  private void showEnergy(RunMetrics figures, RunEnergy energy) {
    String reason =
        energy.incomplete().isEmpty() ? "" : " (incomplete: " + energy.incomplete() + ")";
    String mark = figures.mark();
    boolean known = reason.isEmpty() && !Double.isNaN(figures.energyWh());
    entry(
        "energy",
        PowerSourceLabel.beside(TextNumberFormat.fixed(figures.energyWh(), 3, " Wh"), mark)
            + reason);
    if (known) {
      double net = Double.isNaN(energy.idlePowerW()) ? Double.NaN : energy.netWh();
      entry(
          "idle power",
          PowerSourceLabel.beside(TextNumberFormat.fixed(energy.idlePowerW(), 3, " W"), mark));
      String unknown = energy.isLessThanIdle() ? " (the idle power is above the mean power)" : "";
      entry(
          "net energy",
          PowerSourceLabel.beside(TextNumberFormat.fixed(net, 3, " Wh"), mark) + unknown);
      double grams = carbon.toCarbon().grams(figures.energyWh());
      String factor = carbon.toCarbon().factor();
      entry(
          "CO2e",
          PowerSourceLabel.beside(TextNumberFormat.fixed(grams, 3, " g"), mark) + ", at " + factor);
    }
    if (Double.isFinite(energy.coveragePercent()) && reason.isEmpty()) {
      entry("power coverage", TextNumberFormat.fixed(energy.coveragePercent(), 1, " %"));
    }
  }

  /** Return the entries of {@code status.yaml} that are not shown elsewhere. */
  private static Map<String, String> facts(RunStatus status) {
    RunMeasurements measured = status.measurements();
    Map<String, String> facts = new LinkedHashMap<>(status.environment().entries());
    facts.keySet().removeAll(ClassificationScores.keys());
    facts.putAll(MeasurementFields.format(measured));
    RunMeasurements shown =
        RunMeasurements.NONE.withEnergy(measured.energy(), Optional.empty(), Optional.empty());
    Set<String> names = MeasurementFields.format(shown).keySet();
    if (measured.energy().isComplete()) {
      facts.keySet().removeAll(names);
    }
    for (String name : names) {
      facts.computeIfPresent(
          name, (key, value) -> value.startsWith("-") ? TextNumberFormat.MISSING : value);
    }
    return facts;
  }

  /** Return warnings about energy that may be misleading. */
  private static List<String> warnings(RunStatus status) {
    String shared = status.environment().sharedWith();
    String others = shared.isEmpty() ? "" : "the energy of other processes is included: " + shared;
    String counter = status.measurements().counter().map(EnergyCounterReading::warning).orElse("");
    return Stream.of(counter, others).filter(warning -> !warning.isEmpty()).toList();
  }

  private static Map<String, String> seconds(RunStatus status) {
    Map<String, String> seconds = new LinkedHashMap<>();
    Stream.of(TimedPhase.values())
        .map(TimedPhase::configName)
        .filter(status.seconds()::containsKey)
        .forEach(phase -> seconds.put(phase, ""));
    status
        .seconds()
        .forEach((phase, time) -> seconds.put(phase, TextNumberFormat.fixed(time, 1, "")));
    return seconds;
  }

  private void section(String title, Map<String, String> entries) {
    if (!entries.isEmpty()) {
      out().printf("%n%s%n", title);
      entries.forEach(this::entry);
    }
  }

  private void entry(String name, String value) {
    out().printf("  %-28s %s%n", name, value);
  }

  private static Table<Integer> epochs(RunRecord record) {
    List<EpochRow> rows = record.epochs();
    String mark = record.powerSource().mark();
    return Table.of(
        IntStream.range(0, rows.size()).boxed().toList(),
        figure(rows, "epoch", EpochRow::epoch),
        figure(rows, "loss", row -> loss(row.loss())),
        figure(rows, "accuracy", row -> TextNumberFormat.percentage(row.accuracy())),
        figure(rows, "val loss", row -> TextNumberFormat.fixed(row.valLoss(), 4, "")),
        figure(rows, "val accuracy", row -> TextNumberFormat.percentage(row.valAccuracy())),
        figure(rows, "lr", row -> TextNumberFormat.fixed(row.learningRate(), 6, "")),
        Column.right("time", i -> DurationFormat.spell(seconds(rows, i))),
        Column.right(
            PowerSourceLabel.beside("energy", mark),
            i -> TextNumberFormat.fixed(energyWh(rows, i), 3, " Wh")),
        figure(
            rows,
            PowerSourceLabel.beside("power", mark),
            row -> TextNumberFormat.fixed(row.powerW(), 1, " W")),
        figure(rows, "images/s", row -> TextNumberFormat.fixed(row.imagesPerSecond(), 1, "")));
  }

  private static Column<Integer> figure(
      List<EpochRow> rows, String heading, Function<EpochRow, String> figure) {
    return Column.right(heading, i -> figure.apply(rows.get(i)));
  }

  /** Return the time of row {@code i}, which the analysis adds up. */
  private static double seconds(List<EpochRow> rows, int i) {
    return rows.get(i).isTraining() ? RunMetricsFactory.seconds(rows, i) : Double.NaN;
  }

  /** Return the energy of row {@code i}, which the analysis adds up. */
  private static double energyWh(List<EpochRow> rows, int i) {
    return rows.get(i).isTraining()
        ? RunMetricsFactory.energyWh(rows.get(i), seconds(rows, i))
        : Double.NaN;
  }

  /** Format a loss. Losses of a diverging training are NaN or huge. */
  private static String loss(double loss) {
    if (Double.isNaN(loss)) {
      return "NaN";
    }
    return Math.abs(loss) < 1e5
        ? TextNumberFormat.fixed(loss, 4, "")
        : String.format(Locale.ROOT, "%.3e", loss);
  }
}
