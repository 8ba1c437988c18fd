package io.github.greenscreen.search;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a sweep should improve.
 *
 * @param metric name of a metric, for instance {@code val_accuracy} or {@code energy_Wh}
 * @param goal which way it is better
 * @param target good enough: the sweep ends once a trial reaches it; empty to go on
 */
public record Objective(String metric, Direction goal, OptionalDouble target) {
  public Objective {
    Objects.requireNonNull(metric);
    Objects.requireNonNull(goal);
    Objects.requireNonNull(target);
  }

  /** Improve {@code metric} as far as possible. */
  public static Objective of(String metric, Direction goal) {
    return new Objective(metric, goal, OptionalDouble.empty());
  }

  /** Tell whether there is a target and {@code trial} is as good or better. */
  public boolean isReachedBy(Trial trial) {
    OptionalDouble value = trial.metric(metric);
    return target.isPresent()
        && value.isPresent()
        && goal.toMinimize(value.getAsDouble()) <= goal.toMinimize(target.getAsDouble());
  }
}
