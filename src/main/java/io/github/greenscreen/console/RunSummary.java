package io.github.greenscreen.console;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.RunRecord;
import io.github.greenscreen.run.model.EpochRow;
import io.github.greenscreen.run.model.RunEnergy;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The key figures of a run in any state, few enough for one line. Values that were not measured are
 * NaN.
 *
 * @param epochs epochs trained so far
 * @param accuracy validation accuracy of the last epoch, 0 to 1
 * @param energyWh energy of these epochs in watt-hours; NaN if incomplete
 * @param seconds wall-clock time of these epochs
 * @param powerSource source of the energy
 */
public record RunSummary(
    int epochs, double accuracy, double energyWh, double seconds, PowerSource powerSource) {

  /** Extract the figures of {@code record}. */
  public static RunSummary of(RunRecord record) {
    List<EpochRow> rows = record.epochs().stream().filter(EpochRow::isTraining).toList();
    double accuracy = rows.isEmpty() ? Double.NaN : rows.get(rows.size() - 1).valAccuracy();
    return new RunSummary(
        rows.size(),
        accuracy,
        energyWh(record, rows),
        sum(rows, EpochRow::epochSeconds),
        record.powerSource());
  }

  /** Return the label to show with the energy; empty if it was measured or is unknown. */
  public String mark() {
    return Double.isNaN(energyWh) ? "" : powerSource.mark();
  }

  private static double energyWh(RunRecord record, List<EpochRow> rows) {
    RunEnergy energy = record.status().measurements().energy();
    if (!energy.incomplete().isEmpty()) {
      return Double.NaN;
    }
    return energy.isComplete() ? energy.grossWh() : sum(rows, EpochRow::energyWh);
  }

  /**
   * Return the sum of {@code column}; NaN if any value is missing, since a partial sum is not a
   * total.
   */
  private static double sum(List<EpochRow> rows, ToDoubleFunction<EpochRow> column) {
    return rows.isEmpty() ? Double.NaN : rows.stream().mapToDouble(column).sum();
  }
}
