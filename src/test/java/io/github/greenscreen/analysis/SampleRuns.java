package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.StatusEntries;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.NetworkSize;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.run.model.RunEnvironment;
import io.github.greenscreen.run.model.RunLimits;
import io.github.greenscreen.run.model.RunMeasurements;
import io.github.greenscreen.run.model.RunPlan;
import io.github.greenscreen.run.model.RunPurpose;
import io.github.greenscreen.run.model.RunResult;
import io.github.greenscreen.run.model.RunState;
import io.github.greenscreen.run.model.RunStatus;
import io.github.greenscreen.space.Configuration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Builds run records for tests of the analysis and of what stands on it. */
public final class SampleRuns {
  private static final LocalDateTime START = LocalDateTime.of(2026, 1, 2, 3, 4, 5);

  private SampleRuns() {}

  /** Return a configuration of alternating names and values. */
  public static Configuration configuration(String... namesAndValues) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return Configuration.of(values);
  }

  /** Return a completed run of one epoch that knows its seconds and energy. */
  public static RunRecord run(
      String name, Configuration configuration, double accuracy, double seconds, double energyWh) {
    return new RunRecord(
        name,
        new RunPlan(configuration, 22, OptionalInt.of(1), "shapes"),
        Optional.of(
            new RunResult(NetworkSize.ofParameters(272_474), accuracy - 0.01, accuracy - 0.02)),
        List.of(epoch(0, accuracy, seconds, energyWh)),
        status(RunState.COMPLETED, "", RunPurpose.SWEEP));
  }

  /** Return the metrics of {@link #run}, weighed against energy. */
  public static RunMetrics metrics(
      String name, Configuration configuration, double accuracy, double seconds, double energyWh) {
    return RunMetricsFactory.of(run(name, configuration, accuracy, seconds, energyWh));
  }

  /** Return {@code run} with what it says of its energy. */
  public static RunRecord with(RunRecord run, RunEnergy energy) {
    RunStatus status = run.status();
    return with(
        run,
        status.withMeasurements(
            RunMeasurements.NONE.withEnergy(energy, Optional.empty(), Optional.empty())));
  }

  /** Return {@code run} with a status that says where its power comes from. */
  public static RunRecord with(RunRecord run, String source) {
    RunStatus status = run.status();
    Map<String, String> facts = new LinkedHashMap<>(StatusEntries.of(status));
    facts.put("power_source", source);
    return with(run, StatusEntries.with(status, facts));
  }

  public static RunRecord with(RunRecord run, RunStatus status) {
    return new RunRecord(run.name(), run.plan(), run.result(), run.epochs(), status);
  }

  public static RunRecord with(RunRecord run, OptionalInt planned, List<EpochRow> rows) {
    RunPlan plan =
        new RunPlan(run.plan().configuration(), run.plan().seed(), planned, run.plan().dataset());
    return new RunRecord(run.name(), plan, run.result(), rows, run.status());
  }

  public static RunStatus status(RunState state, String reason, RunPurpose purpose) {
    RunStatus waiting = RunStatus.waiting(purpose, "", OptionalInt.empty());
    return new RunStatus(
        state,
        reason,
        purpose,
        waiting.started(),
        waiting.ended(),
        "",
        waiting.limit(),
        1,
        false,
        Optional.empty(),
        RunLimits.NONE,
        RunMeasurements.NONE,
        RunEnvironment.NONE,
        Map.of(),
        Map.of());
  }

  /** Return a row of a new log. */
  public static EpochRow epoch(int number, double accuracy, double seconds, double energyWh) {
    double power = energyWh / seconds * 3600;
    return row(Integer.toString(number), 60L * number, accuracy, power, seconds, energyWh);
  }

  /** Return a row of a log of the study, written {@code second} seconds after the start. */
  public static EpochRow old(String epoch, long second, double accuracy, double power) {
    return row(epoch, second, accuracy, power, Double.NaN, Double.NaN);
  }

  /** Return {@code pre}, one row per accuracy, 60 s and 120 W each, and {@code post}. */
  public static List<EpochRow> oldLog(double... accuracies) {
    List<EpochRow> rows = new ArrayList<>();
    rows.add(old("pre", 0, 0, 50));
    for (int i = 0; i < accuracies.length; i++) {
      rows.add(old(Integer.toString(i), 60L * (i + 1), accuracies[i], 120));
    }
    rows.add(old("post", 60L * accuracies.length + 5, 0, 50));
    return rows;
  }

  private static EpochRow row(
      String epoch, long second, double accuracy, double power, double seconds, double energyWh) {
    double nan = Double.NaN;
    return new EpochRow(
        epoch,
        START.plusSeconds(second),
        1.5,
        accuracy,
        nan,
        accuracy,
        power,
        55,
        90,
        seconds,
        energyWh,
        nan,
        nan,
        0.01,
        100,
        PowerSource.NONE);
  }
}
