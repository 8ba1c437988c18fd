package io.github.greenscreen.simulation;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.SearchSpace;
import java.util.List;
import java.util.Map;

/**
 * A tabular benchmark: a search space with measured metrics for each configuration. Configurations
 * without metrics are forbidden.
 */
final class TabularBenchmark {
  /** Name of the metric that advances the virtual clock. */
  static final String DURATION = "(duration)";

  private final SimulationInput input;
  private final SearchSpace space;
  private final List<Objective> objectives;
  private final List<Constraint> limits;
  private final Map<Configuration, Map<String, Double>> measured;
  private final Map<Configuration, List<Map<String, Double>>> curves;

  /**
   * Create it from measured metrics, and the metrics after each epoch as far as they are known.
   *
   * @param input description of what was read
   */
  TabularBenchmark(
      SimulationInput input,
      SearchSpace space,
      List<Objective> objectives,
      List<Constraint> limits,
      Map<Configuration, Map<String, Double>> measured,
      Map<Configuration, List<Map<String, Double>>> curves) {
    this.input = input;
    this.space = space;
    this.objectives = objectives;
    this.limits = limits;
    this.measured = measured;
    this.curves = curves;
  }

  /** Return what was taken from the table or the runs. */
  SimulationInput input() {
    return input;
  }

  SearchSpace space() {
    return space;
  }

  List<Objective> objectives() {
    return objectives;
  }

  List<Constraint> limits() {
    return limits;
  }

  /** Return the measured metrics of each configuration, in the order of the table. */
  Map<Configuration, Map<String, Double>> measured() {
    return measured;
  }

  /** Return the metrics of {@code configuration} after each epoch; empty for a table. */
  List<Map<String, Double>> curve(Configuration configuration) {
    return curves.getOrDefault(configuration, List.of());
  }

  /** Tell whether {@code metrics} meet every limit. */
  boolean isFeasible(Map<String, Double> metrics) {
    return limits.stream().allMatch(limit -> metrics.get(limit.metric()) <= limit.most());
  }

  /** Return the objectives in {@code metrics}, negated if necessary so that smaller is better. */
  double[] losses(Map<String, Double> metrics) {
    return objectives.stream()
        .mapToDouble(each -> each.goal().toMinimize(metrics.get(each.metric())))
        .toArray();
  }
}
