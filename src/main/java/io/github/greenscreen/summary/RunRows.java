package io.github.greenscreen.summary;

import io.github.greenscreen.analysis.metrics.EmissionFactor;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.summary.RunColumns.Cell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Creates the rows of {@code runs_summary.csv}: name, parameters and numbers of every run. */
final class RunRows {
  private RunRows() {}

  static List<List<String>> of(List<RunMetrics> runs, EmissionFactor carbon) {
    Set<String> parameters = new LinkedHashSet<>();
    runs.forEach(run -> parameters.addAll(run.configuration().values().keySet()));
    parameters.remove("epochs");
    List<List<String>> rows = new ArrayList<>();
    for (RunMetrics run : runs) {
      Map<String, Cell> cells = RunColumns.of(run, carbon);
      if (rows.isEmpty()) {
        rows.add(header(parameters, cells.keySet()));
      }
      List<String> row = new ArrayList<>(List.of(run.name()));
      parameters.forEach(name -> row.add(run.configuration().find(name).orElse("")));
      cells.values().forEach(cell -> row.add(cell.text()));
      rows.add(row);
    }
    return rows.isEmpty() ? List.of(List.of("run")) : rows;
  }

  private static List<String> header(Set<String> parameters, Set<String> columns) {
    List<String> header = new ArrayList<>(List.of("run"));
    header.addAll(parameters);
    header.addAll(columns);
    return header;
  }
}
