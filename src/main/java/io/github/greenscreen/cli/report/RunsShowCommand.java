package io.github.greenscreen.cli.report;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.cli.option.CarbonOptions;
import io.github.greenscreen.cli.support.RunLoader;
import io.github.greenscreen.cli.support.RunsFolderCommand;
import io.github.greenscreen.cli.support.UsageException;
import io.github.greenscreen.console.RunSummary;
import io.github.greenscreen.console.TextTable;
import io.github.greenscreen.format.DurationFormat;
import io.github.greenscreen.format.TextNumberFormat;
import io.github.greenscreen.format.ValueFormat;
import io.github.greenscreen.process.ExitCode;
import io.github.greenscreen.run.RunFolder;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunStore;
import io.github.greenscreen.run.format.LimitFields;
import io.github.greenscreen.run.format.MeasurementFields;
import io.github.greenscreen.run.model.EnergyCounterReading;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunStatus;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    if (!record.epochs().isEmpty()) {
      out().printf("%nepochs%n");
      out().print(epochs(record).toString().indent(2));
    }
    return ExitCode.DONE;
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
    RunSummary figures = RunSummary.of(record);
    String reason = status.reason().isEmpty() ? "" : ": " + status.reason();
    entry("state", status.state().configName() + reason);
    entry("purpose", status.purpose().configName());
    entry("attempts", Integer.toString(status.attempts()));
    limits(LimitFields.format(status.limits()));
    status.started().ifPresent(time -> entry("started", time.toString()));
    status.ended().ifPresent(time -> entry("ended", time.toString()));
    entry("data", status.data().isEmpty() ? "cache or embedded" : status.data());
    status.limit().ifPresent(limit -> entry("limit", limit + " images"));
    entry("validation accuracy", ValueFormat.percent(figures.valAccuracy()));
    record
        .result()
        .ifPresent(
            result -> {
              entry("test accuracy", ValueFormat.percent(result.testAccuracy()));
              entry("test F1", ValueFormat.number(result.testF1(), 4, ""));
              show(result.network());
            });
    showEnergy(figures, figures.energy());
    warnings(status).forEach(warning -> entry("warning", warning));
    entry("time", DurationFormat.spell(figures.seconds()));
    section("seconds by phase", seconds(status));
    section("settings in effect", status.effective());
    section("facts", facts(status));
  }

  private void show(NetworkSize network) {
    entry("parameters", ValueFormat.number((double) network.parameters(), 0, ""));
    network
        .multiplyAdds()
        .ifPresent(count -> entry("multiply-adds", perImage(count)));
    network
        .activations()
        .ifPresent(count -> entry("activations", perImage(count)));
  }

  private static String perImage(long count) {
    return ValueFormat.number((double) count, 0, " per image");
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

  private void showEnergy(RunSummary figures, RunEnergy energy) {
    String reason =
        energy.incomplete().isEmpty() ? "" : " (incomplete: " + energy.incomplete() + ")";
    String mark = figures.mark();
    boolean known = reason.isEmpty() && !Double.isNaN(figures.energyWh());
    entry(
        "energy",
        PowerSourceLabel.beside(ValueFormat.number(figures.energyWh(), 3, " Wh"), mark) + reason);
    if (known) {
      double net = Double.isNaN(energy.idlePowerW()) ? Double.NaN : energy.netWh();
      entry(
          "idle power",
          PowerSourceLabel.beside(ValueFormat.number(energy.idlePowerW(), 3, " W"), mark));
      String unknown = energy.isLessThanIdle() ? " (the idle power is above the mean power)" : "";
      entry(
          "net energy", PowerSourceLabel.beside(ValueFormat.number(net, 3, " Wh"), mark) + unknown);
      double grams = carbon.toCarbon().grams(figures.energyWh());
      String factor = carbon.toCarbon().factor();
      entry(
          "CO2e",
          PowerSourceLabel.beside(ValueFormat.number(grams, 3, " g"), mark) + ", at " + factor);
    }
    if (Double.isFinite(energy.coveragePercent()) && reason.isEmpty()) {
      entry("power coverage", ValueFormat.number(energy.coveragePercent(), 1, " %"));
    }
  }

  /** Return the entries of {@code status.yaml} that are not shown elsewhere. */
  private static Map<String, String> facts(RunStatus status) {
    RunMeasurements measured = status.measurements();
    Map<String, String> facts = new LinkedHashMap<>(status.environment().entries());
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
    return status.seconds().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                phase -> ValueFormat.number(phase.getValue(), 1, ""),
                (first, second) -> first,
                LinkedHashMap::new));
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

  private static TextTable epochs(RunRecord record) {
    String mark = record.powerSource().mark();
    TextTable table =
        new TextTable(
            ">epoch",
            ">loss",
            ">accuracy",
            ">val loss",
            ">val accuracy",
            ">lr",
            ">time",
            ">" + PowerSourceLabel.beside("energy", mark),
            ">" + PowerSourceLabel.beside("power", mark),
            ">images/s");
    for (int i = 0; i < record.epochs().size(); i++) {
      add(table, record.epochs(), i);
    }
    return table;
  }

  /** Format a loss. Losses of a diverging training are NaN or huge. */
  private static String loss(double loss) {
    if (Double.isNaN(loss)) {
      return "NaN";
    }
    return Math.abs(loss) < 1e5
        ? ValueFormat.number(loss, 4, "")
        : String.format(Locale.ROOT, "%.3e", loss);
  }

  /** Add row {@code i}; time and energy of an epoch are those that the analysis adds up. */
  private static void add(TextTable table, List<EpochRow> rows, int i) {
    EpochRow row = rows.get(i);
    double seconds = row.isTraining() ? RunMetricsFactory.seconds(rows, i) : Double.NaN;
    double energyWh = row.isTraining() ? RunMetricsFactory.energyWh(row, seconds) : Double.NaN;
    table.row(
        row.epoch(),
        loss(row.loss()),
        ValueFormat.percent(row.accuracy()),
        ValueFormat.number(row.valLoss(), 4, ""),
        ValueFormat.percent(row.valAccuracy()),
        ValueFormat.number(row.learningRate(), 6, ""),
        DurationFormat.spell(seconds),
        ValueFormat.number(energyWh, 3, " Wh"),
        ValueFormat.number(row.powerW(), 1, " W"),
        ValueFormat.number(row.imagesPerSecond(), 1, ""));
  }
}
