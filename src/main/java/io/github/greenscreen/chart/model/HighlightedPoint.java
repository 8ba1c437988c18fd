package io.github.greenscreen.chart.model;

import java.util.Objects;

/**
 * A run that a chart highlights among all runs.
 *
 * @param label name in the legend, for instance {@code Baseline (001)}
 * @param role determines colour and marker
 * @param x value on the horizontal axis
 * @param y value on the vertical axis; ignored by distribution charts
 */
public record HighlightedPoint(String label, RunRole role, double x, double y) {
  public HighlightedPoint {
    Objects.requireNonNull(label);
    Objects.requireNonNull(role);
  }
}
