package io.github.greenscreen.chart;

import java.util.Objects;

/**
 * One run pointed out among all runs.
 *
 * @param label its name in the legend, for instance {@code Baseline (001)}
 * @param role its colour and marker
 * @param x the quantity of the horizontal axis
 * @param y the quantity of the vertical axis; ignored by distributions
 */
public record HighlightedPoint(String label, RunRole role, double x, double y) {
  public HighlightedPoint {
    Objects.requireNonNull(label);
    Objects.requireNonNull(role);
  }
}
