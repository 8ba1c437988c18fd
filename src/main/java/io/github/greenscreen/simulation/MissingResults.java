package io.github.greenscreen.simulation;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.simulation.TableQuery.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of a table that lack an objective, a limited metric, or the duration, because their runs
 * crashed, were killed, or still run.
 */
final class MissingResults {
  /** What trackers call a run that came to its end, in lower case. */
  private static final List<String> FINISHED =
      List.of(
          "finished",
          "complete",
          "completed",
          "success",
          "succeeded",
          "done",
          "terminated",
          "ok",
          "true",
          "1");

  private final TableQuery query;
  private final ResultsTable table;
  private final Map<Integer, Set<String>> missing;

  private MissingResults(TableQuery query, ResultsTable table, Map<Integer, Set<String>> missing) {
    this.query = query;
    this.table = table;
    this.missing = missing;
  }

  /** Find the rows of {@code table}; throw {@link SimulationException} if no row has a result. */
  static MissingResults of(TableQuery query, ResultsTable table) {
    Map<Integer, Set<String>> missing = new LinkedHashMap<>();
    for (int row = 0; row < table.size(); row++) {
      Set<String> lacking = in(query, table, row);
      if (!lacking.isEmpty()) {
        missing.put(row, lacking);
      }
    }
    MissingResults found = new MissingResults(query, table, missing);
    if (missing.size() == table.size()) {
      throw new SimulationException(
          "%s: no row has a value of %s; expected numbers in these columns"
              .formatted(table, String.join(" and ", query.results())));
    }
    return found;
  }

  /** Return the results that {@code row}, from 0, lacks. */
  static Set<String> in(TableQuery query, ResultsTable table, int row) {
    Set<String> lacking = new LinkedHashSet<>();
    for (Target target : query.objectives()) {
      if (target.columns().stream().noneMatch(column -> table.has(row, column))) {
        lacking.add(target.metric());
      }
    }
    Stream.concat(query.limits().stream().map(Constraint::metric), query.duration().stream())
        .filter(column -> !table.has(row, column))
        .forEach(lacking::add);
    return lacking;
  }

  /**
   * Return the table without those rows that have no result and whose configuration is incomplete:
   * they lack the value of a column that is named like a parameter, other than {@code results}, and
   * that all rows with a result have.
   */
  ResultsTable withoutIncomplete(Set<String> results) {
    List<String> full =
        ColumnName.likelyParameters(table.columns()).stream()
            .filter(column -> !results.contains(column))
            .filter(column -> measured().allMatch(row -> !isAbsent(row, column)))
            .toList();
    return table.without(
        missing.keySet().stream()
            .filter(row -> full.stream().anyMatch(column -> isAbsent(row, column)))
            .collect(Collectors.toSet()));
  }

  private boolean isAbsent(int row, String column) {
    return CellNumber.isAbsent(table.text(row, column));
  }

  /** Return a sentence that counts the rows without a result and says how to leave them out. */
  Optional<String> note() {
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    Set<String> names = new LinkedHashSet<>();
    missing.values().forEach(names::addAll);
    return Optional.of(
        ("%s of %s rows %s no %s; combinations without a result count as failed; leave such rows "
                + "out by --where %s")
            .formatted(
                missing.size(),
                table.size(),
                missing.size() == 1 ? "has" : "have",
                String.join(" or ", names),
                filter().orElse("COLUMN=VALUE")));
  }

  /** Return the filter that selects finished runs, if a column tells them. */
  private Optional<String> filter() {
    for (String column : table.columns()) {
      if (new ColumnName(column).isState() && !query.where().containsKey(column)) {
        Optional<String> finished = finished(column);
        if (finished.isPresent()) {
          return finished.map(value -> ShellWord.of(column + "=" + value));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> finished(String column) {
    List<String> ends = measured().map(row -> table.text(row, column)).distinct().toList();
    List<String> words =
        ends.stream().filter(end -> FINISHED.contains(end.toLowerCase(Locale.ROOT))).toList();
    List<String> candidates = new ArrayList<>(words.isEmpty() && ends.size() == 1 ? ends : words);
    candidates.removeIf(
        end -> missing.keySet().stream().anyMatch(row -> table.text(row, column).equals(end)));
    return candidates.stream().findFirst();
  }

  private Stream<Integer> measured() {
    return IntStream.range(0, table.size()).filter(row -> !missing.containsKey(row)).boxed();
  }
}
