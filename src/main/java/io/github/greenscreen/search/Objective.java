package io.github.greenscreen.search;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * An objective of a sweep.
 *
 * @param metric name of a metric, for instance {@code val_accuracy} or {@code energy_Wh}
 * @param goal the direction in which it is better
 * @param target value at which the sweep ends once a trial reaches it; empty for none
 */
public record Objective(String metric, Direction goal, OptionalDouble target) {
  public Objective {
    Objects.requireNonNull(metric);
    Objects.requireNonNull(goal);
    Objects.requireNonNull(target);
  }

  /** Create an objective without a target. */
  public static Objective of(String metric, Direction goal) {
    return new Objective(metric, goal, OptionalDouble.empty());
  }

  /** Tell whether there is a target and {@code trial} reaches it. */
  public boolean isReachedBy(Trial trial) {
    OptionalDouble value = trial.metric(metric);
    return target.isPresent()
        && value.isPresent()
        && goal.toMinimize(value.getAsDouble()) <= goal.toMinimize(target.getAsDouble());
  }
}
