package io.github.greenscreen.analysis;

import java.util.List;
import java.util.Objects;

/**
 * How one quantity is spread over all analysed runs, and over those with each value of the
 * parameters that matter most for it.
 *
 * @param metric {@code power_W}, or {@code accuracy} (0 to 1)
 * @param all over all runs in which it is known
 * @param splits one for each of these parameters, the one that matters most first
 */
public record ResponseDistribution(String metric, FiveNumberSummary all, List<Split> splits) {
  /** The metric that is the accuracy of the models that runs deliver. */
  public static final String ACCURACY = "accuracy";

  public ResponseDistribution {
    Objects.requireNonNull(metric);
    Objects.requireNonNull(all);
    splits = List.copyOf(splits);
  }

  /** Return the quantity of {@code run}, NaN where it was not measured. */
  public double of(RunMetrics run) {
    return metric.equals(ACCURACY) ? run.accuracy() : run.powerW();
  }

  /**
   * The runs by the values of one parameter.
   *
   * @param parameter its name
   * @param adjustedP adjusted p of its effect on the quantity
   * @param grouping which values each group stands for; empty where each is a value of its own
   * @param groups the baseline's value first, then ascending
   */
  public record Split(String parameter, double adjustedP, String grouping, List<Group> groups) {
    public Split {
      groups = List.copyOf(groups);
    }
  }

  /**
   * The runs with one value.
   *
   * @param value the value
   * @param spread of the quantity over them
   * @param runs their names
   */
  public record Group(String value, FiveNumberSummary spread, List<String> runs) {
    public Group {
      runs = List.copyOf(runs);
    }
  }
}
