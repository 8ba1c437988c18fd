package io.github.greenscreen.chart;

import io.github.greenscreen.run.EpochRow;
import java.util.List;
import java.util.Objects;

/**
 * One run as a line in a picture.
 *
 * @param label its name in the legend, for instance {@code Baseline (001)}
 * @param role its colour and marker
 * @param rows rows of {@code logs.csv} in order, {@code pre} and {@code post} among them
 */
public record RunSeries(String label, RunRole role, List<EpochRow> rows) {
  public RunSeries {
    Objects.requireNonNull(label);
    Objects.requireNonNull(role);
    rows = List.copyOf(rows);
  }

  /** Return the rows of training, without {@code pre} and {@code post}. */
  List<EpochRow> epochs() {
    return rows.stream().filter(EpochRow::isTraining).toList();
  }
}
