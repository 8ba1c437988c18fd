package io.github.greenscreen.analysis.metrics;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.model.RunEnergy;
import io.github.greenscreen.space.Configuration;

/**
 * The metrics of one completed run. Values that were not measured are NaN.
 *
 * @param name name of the run folder
 * @param configuration full configuration, with seed, epochs and data set if the run records them
 * @param epochs epochs trained
 * @param accuracy validation accuracy of the delivered model after the last epoch, 0 to 1; its
 *     accuracy on the test split if only that was measured, see {@link EpochMetrics#isTested}
 * @param bestAccuracy best validation accuracy of all epochs, 0 to 1
 * @param bestEpoch first epoch with that accuracy, from 0
 * @param testAccuracy accuracy on the test split, 0 to 1
 * @param testF1 macro F1 on the test split, 0 to 1
 * @param seconds wall-clock time of all epochs
 * @param energyWh gross energy of all epochs in watt-hours; NaN if incomplete
 * @param powerW energy ÷ time of the epochs in watts
 * @param efficiency accuracy in percent ÷ cost, see {@link Cost}
 * @param energy energy record of the run: net energy, idle power, coverage
 * @param whPerInterval mean watt-hours per interval of the log, as computed by the study, see
 *     {@link LegacyIntervalEnergy}; NaN if the log records the energy of its epochs
 * @param powerSource source of the power of the run
 * @param detail further metrics
 */
public record RunMetrics(
    String name,
    Configuration configuration,
    int epochs,
    double accuracy,
    double bestAccuracy,
    int bestEpoch,
    double testAccuracy,
    double testF1,
    double seconds,
    double energyWh,
    double powerW,
    double efficiency,
    RunEnergy energy,
    double whPerInterval,
    PowerSource powerSource,
    EpochMetrics detail) {

  /** Return whether the gross energy is known and complete. */
  public boolean hasEnergy() {
    return Double.isFinite(energyWh);
  }

  /**
   * Return the net energy, gross energy − idle power × time, in watt-hours; NaN if either is
   * unknown.
   */
  public double netWh() {
    return hasEnergy() ? energy.netWh() : Double.NaN;
  }

  /** Return the gross energy per epoch in watt-hours. */
  public double whPerEpoch() {
    return energyWh / epochs;
  }

  /** Return the label to show with energy and power; an empty string if they were measured. */
  public String mark() {
    return hasEnergy() ? powerSource.mark() : "";
  }
}
