package io.github.greenscreen.report;

import io.github.greenscreen.analysis.PowerSourceLabel;
import io.github.greenscreen.analysis.RunMetrics;
import io.github.greenscreen.chart.RunRole;
import io.github.greenscreen.chart.RunSeries;
import io.github.greenscreen.run.RunRecord;

/**
 * A run that the report mentions by its role.
 *
 * @param role its role
 * @param record the content of its folder
 * @param metrics its metrics
 */
record HighlightedRun(RunRole role, RunRecord record, RunMetrics metrics) {

  String name() {
    return record.name();
  }

  /** Return its label in legends and table heads, for instance {@code Baseline (001)}. */
  String label() {
    String part =
        switch (role) {
          case BASELINE -> "Baseline";
          case EFFICIENT -> "Most efficient";
          case FINAL -> "Final run";
        };
    return part + " (" + name() + ")";
  }

  /** Return its label in a legend of energy, with a mark if the energy was not measured. */
  String energyLabel() {
    return PowerSourceLabel.with(label(), metrics.mark());
  }

  /**
   * Return its label in a legend of power, with a mark if the power was not measured or is
   * incomplete.
   */
  String powerLabel() {
    String label = PowerSourceLabel.with(label(), metrics.powerSource().mark());
    return metrics.energy().incomplete().isEmpty() ? label : label + ", incomplete";
  }

  RunSeries curve() {
    return new RunSeries(label(), role, record.epochs());
  }

  RunSeries powerCurve() {
    return new RunSeries(powerLabel(), role, record.epochs());
  }
}
