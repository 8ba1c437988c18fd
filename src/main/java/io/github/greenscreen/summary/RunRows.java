package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.Carbon;
import io.github.greenscreen.analysis.RunMetrics;
import io.github.greenscreen.run.ResultFolder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows of {@code runs_summary.csv}: name, parameters and numbers of every run. */
final class RunRows {
  private static final String EPOCHS = "epochs";

  private RunRows() {}

  static List<List<String>> of(List<RunMetrics> runs, Carbon carbon) {
    Set<String> parameters = new LinkedHashSet<>();
    runs.forEach(run -> parameters.addAll(run.configuration().values().keySet()));
    parameters.remove(EPOCHS);
    List<List<String>> rows = new ArrayList<>();
    rows.add(header(parameters));
    runs.forEach(run -> rows.add(row(run, parameters, carbon)));
    return rows;
  }

  private static List<String> header(Set<String> parameters) {
    List<String> header = new ArrayList<>(List.of("run"));
    header.addAll(parameters);
    header.addAll(
        List.of(
            EPOCHS,
            "val_accuracy",
            "best_val_accuracy",
            "best_epoch",
            "test_accuracy",
            "test_f1",
            "seconds",
            "energy_Wh",
            "power_W",
            "efficiency",
            "energy_net_Wh",
            "idle_power_W",
            "power_coverage_percent",
            "energy_incomplete",
            "power_source",
            "Wh per interval",
            "co2e_g"));
    return header;
  }

  private static List<String> row(RunMetrics run, Set<String> parameters, Carbon carbon) {
    List<String> row = new ArrayList<>(List.of(run.name()));
    parameters.forEach(name -> row.add(run.configuration().find(name).orElse("")));
    row.add(Integer.toString(run.epochs()));
    row.add(ResultFolder.number(run.accuracy()));
    row.add(ResultFolder.number(run.bestAccuracy()));
    row.add(run.bestEpoch() < 0 ? ResultFolder.number(Double.NaN) : "" + run.bestEpoch());
    row.add(ResultFolder.number(run.testAccuracy()));
    row.add(ResultFolder.number(run.testF1()));
    row.add(ResultFolder.number(run.seconds()));
    row.add(ResultFolder.number(run.energyWh()));
    row.add(ResultFolder.number(run.powerW()));
    row.add(ResultFolder.number(run.efficiency()));
    row.add(ResultFolder.number(run.netWh()));
    row.add(ResultFolder.number(run.energy().idlePowerW()));
    row.add(ResultFolder.number(run.energy().coveragePercent()));
    row.add(run.energy().incomplete());
    row.add(run.powerSource().spelling());
    row.add(ResultFolder.number(run.whPerInterval()));
    row.add(ResultFolder.number(carbon.grams(run.energyWh())));
    return row;
  }
}
