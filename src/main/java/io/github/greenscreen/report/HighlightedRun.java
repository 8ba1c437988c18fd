package io.github.greenscreen.report;

import io.github.greenscreen.analysis.PowerSourceLabel;
import io.github.greenscreen.analysis.RunMetrics;
import io.github.greenscreen.chart.RunRole;
import io.github.greenscreen.chart.RunSeries;
import io.github.greenscreen.run.RunRecord;

/**
 * A run that the report speaks of by the part it plays.
 *
 * @param role the part
 * @param record what its folder says
 * @param metrics the same in numbers
 */
record HighlightedRun(RunRole role, RunRecord record, RunMetrics metrics) {

  String name() {
    return record.name();
  }

  /** Return its name in legends and table heads, for instance {@code Baseline (001)}. */
  String label() {
    String part =
        switch (role) {
          case BASELINE -> "Baseline";
          case EFFICIENT -> "Most efficient";
          case FINAL -> "Final run";
        };
    return part + " (" + name() + ")";
  }

  /** Return its name in a legend of energy, marked where that was not measured. */
  String energyLabel() {
    return PowerSourceLabel.with(label(), metrics.mark());
  }

  /** Return its name in a legend of power, marked where that was not measured or is incomplete. */
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
