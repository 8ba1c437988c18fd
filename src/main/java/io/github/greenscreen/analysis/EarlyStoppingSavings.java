package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.analysis.metrics.RunSelection;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunState;
import java.util.List;

/**
 * An estimate of the energy saved by early stopping. Each epoch that was not trained is assumed to
 * need the mean energy per epoch of the completed runs.
 *
 * @param stopped number of runs stopped before their last epoch
 * @param epochs number of epochs that these runs did not train
 * @param completed number of completed runs behind the mean
 * @param epochWh mean energy per epoch of the completed runs in watt-hours; NaN if nothing was
 *     measured
 * @param source power source of the completed runs
 */
public record EarlyStoppingSavings(
    int stopped, int epochs, int completed, double epochWh, PowerSource source) {

  /** Estimate the savings for the baseline and the sweep in {@code records}. */
  public static EarlyStoppingSavings of(List<RunRecord> records) {
    List<RunRecord> stopped =
        records.stream()
            .filter(run -> run.status().state() == RunState.STOPPED)
            .filter(RunSelection::isOfSweep)
            .filter(run -> left(run) > 0)
            .toList();
    List<RunRecord> completed =
        RunSelection.of(records).runs().stream()
            .filter(run -> Double.isFinite(RunMetricsFactory.of(run).energyWh()) && done(run) > 0)
            .toList();
    double energy =
        completed.stream().mapToDouble(run -> RunMetricsFactory.of(run).energyWh()).sum();
    int epochs = completed.stream().mapToInt(EarlyStoppingSavings::done).sum();
    return new EarlyStoppingSavings(
        stopped.size(),
        stopped.stream().mapToInt(EarlyStoppingSavings::left).sum(),
        completed.size(),
        completed.isEmpty() ? Double.NaN : energy / epochs,
        PowerSource.together(completed.stream().map(RunRecord::powerSource).toList()));
  }

  /** Return the energy of the epochs that were not trained, in watt-hours; NaN if unknown. */
  public double savedWh() {
    return epochs * epochWh;
  }

  private static int done(RunRecord run) {
    return (int) run.epochs().stream().filter(EpochRow::isTraining).count();
  }

  private static int left(RunRecord run) {
    return Math.max(0, run.plan().epochs().orElse(0) - done(run));
  }
}
