package io.github.greenscreen.console;

import io.github.greenscreen.power.PowerSource;
import io.github.greenscreen.run.EpochRow;
import io.github.greenscreen.run.RunEnergy;
import io.github.greenscreen.run.RunRecord;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The few numbers of a run that fit on a line, whatever its state. What was not measured is NaN.
 *
 * @param epochs epochs trained so far
 * @param accuracy validation accuracy of the last of them, 0 to 1
 * @param energyWh their energy in watt-hours; NaN where it is incomplete
 * @param seconds their wall time
 * @param powerSource where the energy comes from
 */
public record RunSummary(
    int epochs, double accuracy, double energyWh, double seconds, PowerSource powerSource) {

  /** Read them from {@code record}. */
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

  /** Return what must stand beside the energy; empty where it was measured or is not known. */
  public String mark() {
    return Double.isNaN(energyWh) ? "" : powerSource.mark();
  }

  private static double energyWh(RunRecord record, List<EpochRow> rows) {
    RunEnergy energy = RunEnergy.of(record.status());
    if (!energy.incomplete().isEmpty()) {
      return Double.NaN;
    }
    return energy.isComplete() ? energy.grossWh() : sum(rows, EpochRow::energyWh);
  }

  /** One missing number makes the sum unknown: a part is not the whole. */
  private static double sum(List<EpochRow> rows, ToDoubleFunction<EpochRow> column) {
    return rows.isEmpty() ? Double.NaN : rows.stream().mapToDouble(column).sum();
  }
}
