package io.github.greenscreen.report;

import io.github.greenscreen.analysis.RunMetrics;
import io.github.greenscreen.analysis.SourceMark;
import io.github.greenscreen.chart.Role;
import io.github.greenscreen.chart.RunCurve;
import io.github.greenscreen.run.RunRecord;

/**
 * A run that the report speaks of by the part it plays.
 *
 * @param role the part
 * @param record what its folder says
 * @param metrics the same in numbers
 */
record Actor(Role role, RunRecord record, RunMetrics metrics) {

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
    return SourceMark.with(label(), metrics.mark());
  }

  /** Return its name in a legend of power, marked where that was not measured or is incomplete. */
  String powerLabel() {
    String label = SourceMark.with(label(), metrics.powerSource().mark());
    return metrics.energy().incomplete().isEmpty() ? label : label + ", incomplete";
  }

  RunCurve curve() {
    return new RunCurve(label(), role, record.epochs());
  }

  RunCurve powerCurve() {
    return new RunCurve(powerLabel(), role, record.epochs());
  }
}
