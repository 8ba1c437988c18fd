package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.metrics.EmissionFactor;
import io.github.greenscreen.analysis.metrics.EpochMetrics;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.run.ResultFolder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of a run except its parameters, by column name. */
final class RunColumns {
  private final Map<String, Cell> cells = new LinkedHashMap<>();

  private RunColumns() {}

  /**
   * One value of a run.
   *
   * @param value a number, with NaN if unknown, a boolean or a text
   */
  record Cell(Object value) {
    /** Return the value as a cell of a table. */
    String text() {
      return value instanceof Double number ? ResultFolder.number(number) : value.toString();
    }
  }

  /** Return the columns of {@code run} in the order of the tables. */
  static Map<String, Cell> of(RunMetrics run, EmissionFactor carbon) {
    RunColumns columns = new RunColumns();
    columns.quality(run);
    columns.effort(run);
    columns.energy(run);
    columns.detail(run.detail());
    columns.rest(run, carbon);
    return columns.cells;
  }

  private void quality(RunMetrics run) {
    put("epochs", run.epochs());
    put("val_accuracy", run.detail().valAccuracy());
    put("best_val_accuracy", run.bestAccuracy());
    place("best_epoch", run.bestEpoch());
    put("test_accuracy", run.testAccuracy());
    put("test_f1", run.testF1());
  }

  private void effort(RunMetrics run) {
    put("seconds", run.seconds());
    put("energy_Wh", run.energyWh());
    put("power_W", run.powerW());
    put("efficiency", run.efficiency());
  }

  private void energy(RunMetrics run) {
    put("energy_net_Wh", run.netWh());
    put("idle_power_W", run.energy().idlePowerW());
    put("power_coverage_percent", run.energy().coveragePercent());
    put("energy_incomplete", run.energy().incomplete());
    put("power_source", run.powerSource().configName());
  }

  private void detail(EpochMetrics detail) {
    put("judged_by", detail.isTested() ? "test_accuracy" : "val_accuracy");
    put("val_f1", detail.valF1());
    put("power_peak_W", detail.peakPowerW());
    put("images_per_J", detail.imagesPerJoule());
    place("target_epoch", detail.targetEpoch());
    put("energy_to_target_Wh", detail.targetWh());
    put("seconds_to_target", detail.targetSeconds());
  }

  private void rest(RunMetrics run, EmissionFactor carbon) {
    put("accuracy", run.accuracy());
    put("energy_per_epoch_Wh", run.whPerEpoch());
    put("Wh per interval", run.whPerInterval());
    put("co2e_net_g", carbon.grams(run.netWh()));
    put("co2e_g", carbon.grams(run.energyWh()));
  }

  /** Put an epoch, from 0; negative if unknown. */
  private void place(String name, int epoch) {
    put(name, epoch < 0 ? (Object) Double.NaN : (Object) epoch);
  }

  private void put(String name, Object value) {
    cells.put(name, new Cell(value));
  }
}
