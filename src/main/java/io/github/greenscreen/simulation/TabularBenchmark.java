package io.github.greenscreen.simulation;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Objective;
import io.github.greenscreen.simulation.TableQuery.Target;
import io.github.greenscreen.space.CategoricalParameter;
import io.github.greenscreen.space.Configuration;
import io.github.greenscreen.space.Parameter;
import io.github.greenscreen.space.SearchSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A tabular benchmark: a search space with measured metrics for each configuration. Columns that
 * are objectives, limits or durations are results; all others with more than one value are
 * parameters. Combinations missing from the table are forbidden; rows of the same configuration are
 * averaged.
 */
final class TabularBenchmark {
  /** Name of the metric that advances the virtual clock. */
  static final String DURATION = "(duration)";

  private final SearchSpace space;
  private final List<Objective> objectives;
  private final List<Constraint> limits;
  private final Map<Configuration, Map<String, Double>> measured;
  private final Map<Configuration, List<Map<String, Double>>> curves;

  /** Create it from measured metrics, and the metrics after each epoch as far as they are known. */
  TabularBenchmark(
      SearchSpace space,
      List<Objective> objectives,
      List<Constraint> limits,
      Map<Configuration, Map<String, Double>> measured,
      Map<Configuration, List<Map<String, Double>>> curves) {
    this.space = space;
    this.objectives = objectives;
    this.limits = limits;
    this.measured = measured;
    this.curves = curves;
  }

  /** Read the table; throw {@link SimulationException} if it cannot be searched as requested. */
  static TabularBenchmark of(TableQuery query) {
    ResultsTable table = ResultsTable.read(query.file());
    Set<String> results = new LinkedHashSet<>(query.ignored());
    query.objectives().forEach(target -> results.addAll(target.columns()));
    query.limits().forEach(limit -> results.add(limit.metric()));
    query.duration().ifPresent(results::add);
    results.forEach(table::require);
    for (Map.Entry<String, String> each : query.where().entrySet()) {
      table = table.where(each.getKey(), each.getValue());
    }
    SearchSpace space = space(table, results);
    return new TabularBenchmark(
        space,
        query.objectives().stream().map(t -> Objective.of(t.metric(), t.goal())).toList(),
        query.limits(),
        measured(table, query, space),
        Map.of());
  }

  private static SearchSpace space(ResultsTable table, Set<String> results) {
    List<Parameter> parameters = new ArrayList<>();
    for (String column : table.columns()) {
      List<String> values = results.contains(column) ? List.of() : table.distinct(column);
      if (values.size() > 1) {
        parameters.add(new CategoricalParameter(column, values));
      }
    }
    if (parameters.isEmpty()) {
      throw new SimulationException(
          "%s: no parameter is left; expected a column with several values in addition to %s"
              .formatted(table, String.join(", ", results)));
    }
    return new SearchSpace(parameters);
  }

  private static Map<Configuration, Map<String, Double>> measured(
      ResultsTable table, TableQuery query, SearchSpace space) {
    Map<Configuration, List<Map<String, Double>>> rows = new LinkedHashMap<>();
    Map<String, Map<String, String>> configNames = new LinkedHashMap<>();
    space
        .parameters()
        .forEach(each -> configNames.put(each.name(), table.configNames(each.name())));
    for (int row = 0; row < table.size(); row++) {
      Map<String, String> values = new LinkedHashMap<>();
      for (Map.Entry<String, Map<String, String>> each : configNames.entrySet()) {
        values.put(each.getKey(), each.getValue().get(table.text(row, each.getKey())));
      }
      rows.computeIfAbsent(Configuration.of(values), key -> new ArrayList<>())
          .add(results(table, row, query));
    }
    Map<Configuration, Map<String, Double>> means = new LinkedHashMap<>();
    rows.forEach((configuration, all) -> means.put(configuration, mean(all)));
    return means;
  }

  private static Map<String, Double> results(ResultsTable table, int row, TableQuery query) {
    Map<String, Double> results = new HashMap<>();
    for (Constraint limit : query.limits()) {
      results.put(limit.metric(), table.number(row, limit.metric()));
    }
    for (Target target : query.objectives()) {
      results.put(target.metric(), mean(table, row, target.columns()));
    }
    results.put(DURATION, query.duration().map(column -> table.time(row, column)).orElse(1.0));
    return results;
  }

  /** Average the non-empty cells of {@code columns}; at least one is required. */
  private static double mean(ResultsTable table, int row, List<String> columns) {
    List<String> filled = columns.stream().filter(column -> table.has(row, column)).toList();
    return (filled.isEmpty() ? columns : filled)
        .stream().mapToDouble(column -> table.number(row, column)).average().orElseThrow();
  }

  private static Map<String, Double> mean(List<Map<String, Double>> rows) {
    Map<String, Double> mean = new HashMap<>();
    for (String metric : rows.get(0).keySet()) {
      double sum = rows.stream().mapToDouble(row -> row.get(metric)).sum();
      mean.put(metric, sum / rows.size());
    }
    return mean;
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
