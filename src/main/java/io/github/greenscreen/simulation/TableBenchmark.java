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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Turns a table into a tabular benchmark. Columns that are objectives, limits or durations are
 * results; all others with more than one value are parameters. Rows of the same configuration are
 * averaged. Rows without a result add their values to the parameters, unless they lack some; their
 * configurations are forbidden if no other row has a result.
 */
final class TableBenchmark {
  private final TableQuery query;
  private final Set<String> results;
  private final ResultsTable table;
  private final MissingResults missing;

  private TableBenchmark(TableQuery query, Set<String> results, ResultsTable table) {
    this.query = query;
    this.results = results;
    this.missing = MissingResults.of(query, table);
    this.table = missing.withoutIncomplete(results);
  }

  /** Read the table; throw {@link SimulationException} if it cannot be searched as requested. */
  static TabularBenchmark of(TableQuery query) {
    ResultsTable table = ResultsTable.read(query.file());
    Set<String> results = new LinkedHashSet<>();
    query.ignored().stream().filter(each -> !table.hasPassedOver(each)).forEach(results::add);
    results.addAll(query.results());
    results.forEach(table::require);
    ResultsTable selected = table;
    for (Map.Entry<String, String> each : query.where().entrySet()) {
      selected = selected.where(each.getKey(), each.getValue());
    }
    return new TableBenchmark(query, results, selected).problem();
  }

  private TabularBenchmark problem() {
    SearchSpace space = space();
    return new TabularBenchmark(
        SimulationInput.of(
            space,
            query.results(),
            Stream.concat(table.notes().stream(), missing.note().stream()).toList(),
            DoubtfulParameters.warning(table, space.parameters()).stream().toList()),
        space,
        query.objectives().stream().map(t -> Objective.of(t.metric(), t.goal())).toList(),
        query.limits(),
        measured(space),
        Map.of());
  }

  private SearchSpace space() {
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

  private Map<Configuration, Map<String, Double>> measured(SearchSpace space) {
    Map<Configuration, List<Map<String, Double>>> rows = new LinkedHashMap<>();
    Map<String, Map<String, String>> configNames = new LinkedHashMap<>();
    space
        .parameters()
        .forEach(each -> configNames.put(each.name(), table.configNames(each.name())));
    for (int row : rowsWithResults()) {
      Map<String, String> values = new LinkedHashMap<>();
      for (Map.Entry<String, Map<String, String>> each : configNames.entrySet()) {
        values.put(each.getKey(), each.getValue().get(table.text(row, each.getKey())));
      }
      rows.computeIfAbsent(Configuration.of(values), key -> new ArrayList<>()).add(results(row));
    }
    Map<Configuration, Map<String, Double>> means = new LinkedHashMap<>();
    rows.forEach((configuration, all) -> means.put(configuration, mean(all)));
    return means;
  }

  private List<Integer> rowsWithResults() {
    return IntStream.range(0, table.size())
        .filter(row -> MissingResults.in(query, table, row).isEmpty())
        .boxed()
        .toList();
  }

  private Map<String, Double> results(int row) {
    Map<String, Double> results = new HashMap<>();
    for (Constraint limit : query.limits()) {
      results.put(limit.metric(), table.number(row, limit.metric()));
    }
    for (Target target : query.objectives()) {
      results.put(target.metric(), mean(row, target.columns()));
    }
    results.put(
        TabularBenchmark.DURATION,
        query.duration().map(column -> table.time(row, column)).orElse(1.0));
    return results;
  }

  /** Average the cells of {@code columns} that are not missing; at least one is not. */
  private double mean(int row, List<String> columns) {
    return columns.stream()
        .filter(column -> table.has(row, column))
        .mapToDouble(column -> table.number(row, column))
        .average()
        .orElseThrow();
  }

  private static Map<String, Double> mean(List<Map<String, Double>> rows) {
    Map<String, Double> mean = new HashMap<>();
    for (String metric : rows.get(0).keySet()) {
      double sum = rows.stream().mapToDouble(row -> row.get(metric)).sum();
      mean.put(metric, sum / rows.size());
    }
    return mean;
  }
}
