package io.github.greenscreen.console;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.metrics.RunMetricsFactory;
import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.RunEnergy;

/**
 * The key figures of a run in any state, few enough for one line. They are those of the analysis.
 * Values that were not measured are NaN.
 *
 * @param epochs epochs trained so far
 * @param accuracy accuracy of the delivered model, 0 to 1, see {@link RunMetrics#accuracy}
 * @param valAccuracy validation accuracy of the last epoch, 0 to 1
 * @param energyWh energy of these epochs in watt-hours; NaN if incomplete
 * @param seconds wall-clock time of these epochs
 * @param powerSource source of the energy
 * @param energy energy record of the run, with the reason if the energy is incomplete
 */
public record RunSummary(
    int epochs,
    double accuracy,
    double valAccuracy,
    double energyWh,
    double seconds,
    PowerSource powerSource,
    RunEnergy energy) {

  /** Extract the figures of {@code record}. */
  public static RunSummary of(RunRecord record) {
    RunMetrics metrics = RunMetricsFactory.of(record);
    return new RunSummary(
        metrics.epochs(),
        metrics.accuracy(),
        metrics.detail().valAccuracy(),
        metrics.energyWh(),
        metrics.seconds(),
        metrics.powerSource(),
        metrics.energy());
  }

  /** Return the label to show with the energy; empty if it was measured or is unknown. */
  public String mark() {
    return Double.isNaN(energyWh) ? "" : powerSource.mark();
  }
}
