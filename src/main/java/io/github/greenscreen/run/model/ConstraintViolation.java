package io.github.greenscreen.run.model;

import java.util.Objects;

/**
 * The limit that stopped a run, with the measured value.
 *
 * @param metric for instance {@code power_W}
 * @param measured its value, above the limit
 */
public record ConstraintViolation(String metric, double measured) {
  public ConstraintViolation {
    Objects.requireNonNull(metric);
  }
}
