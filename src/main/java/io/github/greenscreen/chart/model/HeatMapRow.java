package io.github.greenscreen.chart.model;

import java.util.List;
import java.util.Objects;

/**
 * One row of a heat map.
 *
 * @param parameter name of the parameter
 * @param places for each run, the position of its value among all values, from 0 to 1; NaN if the
 *     run has no value
 */
public record HeatMapRow(String parameter, List<Double> places) {
  public HeatMapRow {
    Objects.requireNonNull(parameter);
    places = List.copyOf(places);
  }
}
