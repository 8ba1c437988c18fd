package io.github.greenscreen.analysis;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.EpochRow;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunState;
import java.util.List;

/**
 * What stopping runs early has saved, as an estimate: an epoch that was not trained is taken to
 * have needed the mean energy of an epoch of those runs that were not stopped.
 *
 * @param stopped how many runs were stopped before their last epoch
 * @param epochs how many epochs they had left
 * @param completed how many runs the mean rests on
 * @param epochWh mean energy of an epoch of those, in watt-hours; NaN where nothing was measured
 * @param source where the power of those runs comes from
 */
public record EarlyStoppingSavings(
    int stopped, int epochs, int completed, double epochWh, PowerSource source) {

  /** Estimate for the baseline and the sweep in {@code records}. */
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
