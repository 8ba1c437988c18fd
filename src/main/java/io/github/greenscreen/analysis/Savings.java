package io.github.greenscreen.analysis;

import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.RunState;
import java.util.Arrays;
import java.util.List;

/**
 * What stopping runs early has saved, as an estimate: a stopped run is taken to have needed the
 * mean energy of the completed ones, had it gone on. A run that had already needed more saved
 * nothing.
 *
 * @param stopped how many runs were stopped
 * @param known of how many of them the energy is known; only these are counted
 * @param completed how many completed runs the mean rests on
 * @param savedWh saved energy in watt-hours, NaN where nothing can be compared
 */
public record Savings(int stopped, int known, int completed, double savedWh) {

  /** Estimate for the baseline and the sweep in {@code records}, failed runs left out. */
  public static Savings of(List<RunRecord> records) {
    double[] completed =
        Selection.of(records).runs().stream()
            .mapToDouble(run -> Metrics.of(run).energyWh())
            .filter(Double::isFinite)
            .toArray();
    List<RunRecord> stopped =
        records.stream()
            .filter(run -> run.status().state() == RunState.STOPPED)
            .filter(Selection::isOfSweep)
            .toList();
    double[] spent =
        stopped.stream()
            .mapToDouble(run -> Metrics.of(run).energyWh())
            .filter(Double::isFinite)
            .toArray();
    double mean = Arrays.stream(completed).average().orElse(Double.NaN);
    double saved = 0;
    for (double energy : spent) {
      saved += Math.max(0, mean - energy);
    }
    boolean comparable = completed.length > 0 && spent.length > 0;
    return new Savings(
        stopped.size(), spent.length, completed.length, comparable ? saved : Double.NaN);
  }
}
