package io.github.greenscreen.report.context;

import io.github.greenscreen.analysis.metrics.PowerSourceLabel;
import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.chart.model.RunRole;
import io.github.greenscreen.chart.model.RunSeries;
import io.github.greenscreen.run.RunRecord;

/**
 * A run that the report mentions by its role.
 *
 * @param role its role
 * @param record the content of its folder
 * @param metrics its metrics
 */
public record HighlightedRun(RunRole role, RunRecord record, RunMetrics metrics) {

  public String name() {
    return record.name();
  }

  /** Return its label in legends and table heads, for instance {@code Baseline (001)}. */
  public String label() {
    String part =
        switch (role) {
          case BASELINE -> "Baseline";
          case EFFICIENT -> "Most efficient";
          case FINAL -> "Final run";
        };
    return part + " (" + name() + ")";
  }

  /** Return its label in a legend of energy, with a mark if the energy was not measured. */
  public String energyLabel() {
    return PowerSourceLabel.with(label(), metrics.mark());
  }

  /**
   * Return its label in a legend of power, with a mark if the power was not measured or is
   * incomplete.
   */
  public String powerLabel() {
    String label = PowerSourceLabel.with(label(), metrics.powerSource().mark());
    return metrics.energy().incomplete().isEmpty() ? label : label + ", incomplete";
  }

  public RunSeries curve() {
    return new RunSeries(label(), role, record.epochs());
  }

  public RunSeries powerCurve() {
    return new RunSeries(powerLabel(), role, record.epochs());
  }
}
