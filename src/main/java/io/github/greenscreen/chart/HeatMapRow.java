package io.github.greenscreen.chart;

import java.util.List;
import java.util.Objects;

/**
 * A row of a heat map.
 *
 * @param parameter its name
 * @param places one for each run: where its value lies among all values, from 0 to 1; NaN where the
 *     run has none
 */
public record HeatMapRow(String parameter, List<Double> places) {
  public HeatMapRow {
    Objects.requireNonNull(parameter);
    places = List.copyOf(places);
  }
}
