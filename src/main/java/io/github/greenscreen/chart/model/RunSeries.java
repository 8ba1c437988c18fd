package io.github.greenscreen.chart.model;

import io.github.greenscreen.run.model.EpochRow;
import java.util.List;
import java.util.Objects;

/**
 * One run as a line in a chart.
 *
 * @param label name in the legend, for instance {@code Baseline (001)}
 * @param role determines colour and marker
 * @param rows rows of {@code logs.csv} in order, including {@code pre} and {@code post}
 */
public record RunSeries(String label, RunRole role, List<EpochRow> rows) {
  public RunSeries {
    Objects.requireNonNull(label);
    Objects.requireNonNull(role);
    rows = List.copyOf(rows);
  }

  /** Return the rows of epochs, without {@code pre} and {@code post}. */
  public List<EpochRow> epochs() {
    return rows.stream().filter(EpochRow::isTraining).toList();
  }
}
