package io.github.greenscreen.simulation;

import io.github.greenscreen.space.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds parameters of a table that are probably results, or describe the runs: by their names, and
 * by a value of their own in nearly every row.
 */
final class DoubtfulParameters {
  private static final int FEW_ROWS = 3;

  /** Columns of greenscreen's own table of runs: one only it has, and the first of the results. */
  private static final String OWN = "judged_by";

  private static final String OWN_RESULTS = "epochs";

  private final ResultsTable table;
  private final List<Parameter> parameters;
  private final Optional<String> prefix;

  /** Names of doubtful parameters by reason. */
  private final Map<String, List<String>> names = new LinkedHashMap<>();

  private DoubtfulParameters(ResultsTable table, List<Parameter> parameters) {
    this.table = table;
    this.parameters = parameters;
    this.prefix =
        parameters.stream()
            .flatMap(each -> new ColumnName(each.name()).parameterPrefix().stream())
            .findFirst();
  }

  /** Return a sentence that names the doubtful ones of {@code parameters}, if there are any. */
  static Optional<String> warning(ResultsTable table, List<Parameter> parameters) {
    DoubtfulParameters doubtful = new DoubtfulParameters(table, parameters);
    parameters.forEach(doubtful::check);
    return doubtful.names.isEmpty() ? Optional.empty() : Optional.of(doubtful.sentence());
  }

  private void check(Parameter parameter) {
    reason(parameter)
        .ifPresent(
            reason ->
                names.computeIfAbsent(reason, key -> new ArrayList<>()).add(parameter.name()));
  }

  private String sentence() {
    int count = names.values().stream().mapToInt(List::size).sum();
    boolean one = count == 1;
    return "%s of %s parameters may be %s: %s; if so, leave %s out by --ignore %s"
        .formatted(
            count,
            parameters.size(),
            one ? "a result or a description of a run" : "results or descriptions of runs",
            names.entrySet().stream()
                .map(each -> String.join(", ", each.getValue()) + " (" + each.getKey() + ")")
                .collect(Collectors.joining("; ")),
            one ? "it" : "them",
            ShellWord.of(
                parameters.stream()
                    .map(Parameter::name)
                    .filter(name -> names.values().stream().anyMatch(all -> all.contains(name)))
                    .collect(Collectors.joining(","))));
  }

  private Optional<String> reason(Parameter parameter) {
    ColumnName name = new ColumnName(parameter.name());
    if (name.parameterPrefix().isPresent()) {
      return Optional.empty();
    }
    return byName(parameter.name(), name).or(() -> byPrefix()).or(() -> byValues(parameter));
  }

  private Optional<String> byName(String column, ColumnName name) {
    if (name.isSeed()) {
      return Optional.of("by name a seed");
    }
    if (name.isDescription()) {
      return Optional.of("by name a description of a run");
    }
    return (name.isResult() && isNumeric(column)) || isOwnResult(column)
        ? Optional.of("by name a result")
        : Optional.empty();
  }

  private Optional<String> byPrefix() {
    return prefix.map(given -> "without the prefix " + given + " of other parameters");
  }

  /** Doubt a column that differs in nearly every row, unless nothing else tells the rows apart. */
  private Optional<String> byValues(Parameter parameter) {
    int values = parameter.values().size();
    int rows = table.size();
    return parameters.size() > 1 && rows >= FEW_ROWS && 10L * values >= 9L * rows
        ? Optional.of("a value of its own in nearly every row")
        : Optional.empty();
  }

  private boolean isNumeric(String column) {
    return table.distinct(column).stream()
        .allMatch(cell -> CellNumber.isNumber(cell) || CellNumber.isMissing(cell));
  }

  private boolean isOwnResult(String column) {
    List<String> columns = table.columns();
    int results = columns.contains(OWN) ? columns.indexOf(OWN_RESULTS) : -1;
    return results >= 0 && columns.indexOf(column) >= results;
  }
}
