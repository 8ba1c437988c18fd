package io.github.greenscreen.search;

import java.util.Objects;

/**
 * An upper bound on a metric of a trial.
 *
 * @param metric name of a metric, for instance {@code power_W}
 * @param most its highest allowed value, finite
 */
public record Constraint(String metric, double most) {
  public Constraint {
    Objects.requireNonNull(metric);
    if (!Double.isFinite(most)) {
      throw new IllegalArgumentException(metric + " has no finite limit: " + most);
    }
  }
}
