package io.github.greenscreen.analysis;

import io.github.greenscreen.analysis.metrics.RunMetrics;
import io.github.greenscreen.analysis.statistics.FiveNumberSummary;
import java.util.List;
import java.util.Objects;

/**
 * The distribution of one metric over all analysed runs, and over the runs of each value of the
 * parameters that matter most for it.
 *
 * @param metric {@code power_W}, or {@code accuracy} (0 to 1)
 * @param all summary over all runs with a known value
 * @param splits one split per such parameter, the one that matters most first
 */
public record ResponseDistribution(String metric, FiveNumberSummary all, List<Split> splits) {
  /** The metric that is the accuracy of the delivered models. */
  public static final String ACCURACY = "accuracy";

  public ResponseDistribution {
    Objects.requireNonNull(metric);
    Objects.requireNonNull(all);
    splits = List.copyOf(splits);
  }

  /** Return the value of {@code run}; NaN if it was not measured. */
  public double of(RunMetrics run) {
    return metric.equals(ACCURACY) ? run.accuracy() : run.powerW();
  }

  /**
   * The runs grouped by the values of one parameter.
   *
   * @param parameter name of the parameter
   * @param adjustedP adjusted p-value of its effect on the metric
   * @param grouping description of the groups; an empty string if each is a single value
   * @param groups the group of the baseline value first, then the others in ascending order
   */
  public record Split(String parameter, double adjustedP, String grouping, List<Group> groups) {
    public Split {
      groups = List.copyOf(groups);
    }
  }

  /**
   * The runs with one value.
   *
   * @param value value of the parameter
   * @param spread summary of the metric over these runs
   * @param runs names of the runs
   */
  public record Group(String value, FiveNumberSummary spread, List<String> runs) {
    public Group {
      runs = List.copyOf(runs);
    }
  }
}
