package io.github.greenscreen.simulation;

import io.github.greenscreen.space.SearchSpace;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a simulation took from a table or from runs.
 *
 * @param parameters number of values of each parameter, by name, in order
 * @param results names of the results: objectives, constraints, and the duration
 * @param notes sentences about how the table was read, and about rows or runs without a result
 * @param warnings sentences about parameters that are probably none
 */
public record SimulationInput(
    Map<String, Integer> parameters,
    List<String> results,
    List<String> notes,
    List<String> warnings) {
  public SimulationInput {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    results = List.copyOf(results);
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
  }

  /** Create it for the parameters of {@code space}. */
  static SimulationInput of(
      SearchSpace space, List<String> results, List<String> notes, List<String> warnings) {
    Map<String, Integer> parameters = new LinkedHashMap<>();
    space.parameters().forEach(each -> parameters.put(each.name(), each.values().size()));
    return new SimulationInput(parameters, results, notes, warnings);
  }
}
