package io.github.greenscreen.analysis;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.RunEnergy;
import io.github.greenscreen.space.Configuration;

/**
 * One completed run in numbers. What was not measured is NaN.
 *
 * @param name name of the run folder
 * @param configuration its whole configuration, with seed, epochs and data set where it knows them
 * @param epochs epochs trained
 * @param accuracy validation accuracy of the last epoch, of the model that the run delivers, 0 to
 *     1; accuracy on the test split where only that was measured of it, see {@link
 *     EpochMetrics#isTested}
 * @param bestAccuracy best validation accuracy of all epochs, 0 to 1
 * @param bestEpoch the epoch that reached it, from 0
 * @param testAccuracy accuracy on the test split, 0 to 1
 * @param testF1 macro F1 on the test split, 0 to 1
 * @param seconds wall time of all epochs
 * @param energyWh gross energy of all epochs in watt-hours; NaN where it is incomplete
 * @param powerW energy ÷ time of the epochs in watts
 * @param efficiency validation accuracy in percent ÷ cost, see {@link Cost}
 * @param energy what the run itself says of its energy: net, idle power, coverage
 * @param whPerInterval mean watt-hours per interval of the log, as the study reckoned, see {@link
 *     LegacyIntervalEnergy}; NaN where the log knows the energy of its epochs
 * @param powerSource where the power of the run comes from
 * @param detail what else is known
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

  /** Tell whether its gross energy is known and complete. */
  public boolean hasEnergy() {
    return Double.isFinite(energyWh);
  }

  /** Return gross energy − idle power × time in watt-hours; NaN where either is not known. */
  public double netWh() {
    return hasEnergy() ? energy.netWh() : Double.NaN;
  }

  /** Return gross energy ÷ epochs in watt-hours. */
  public double whPerEpoch() {
    return energyWh / epochs;
  }

  /** Return what must stand beside its energy and power; empty where they were measured. */
  public String mark() {
    return hasEnergy() ? powerSource.mark() : "";
  }
}
