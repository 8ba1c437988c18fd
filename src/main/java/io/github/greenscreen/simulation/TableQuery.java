package io.github.greenscreen.simulation;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A search over a table.
 *
 * @param file the table
 * @param objectives the objectives, at least one
 * @param limits the constraints of a configuration, by column
 * @param where filter of the rows: required value by column, in order
 * @param ignored columns that are neither parameters nor results
 * @param duration column with the duration of a trial on the virtual clock; empty if all take
 *     equally long
 */
public record TableQuery(
    Path file,
    List<Target> objectives,
    List<Constraint> limits,
    Map<String, String> where,
    List<String> ignored,
    Optional<String> duration) {
  public TableQuery {
    Objects.requireNonNull(file);
    objectives = List.copyOf(objectives);
    limits = List.copyOf(limits);
    where = new LinkedHashMap<>(where);
    ignored = List.copyOf(ignored);
    Objects.requireNonNull(duration);
    if (objectives.isEmpty()) {
      throw new IllegalArgumentException("a search needs an objective");
    }
  }

  /** Return the columns of objectives, limits, and the duration, without duplicates. */
  public List<String> results() {
    Set<String> results = new LinkedHashSet<>();
    objectives.forEach(target -> results.addAll(target.columns()));
    limits.forEach(limit -> results.add(limit.metric()));
    duration.ifPresent(results::add);
    return List.copyOf(results);
  }

  /**
   * An objective over columns.
   *
   * @param columns its columns, at least one; the non-empty ones of a row are averaged
   * @param goal the direction in which it is better
   */
  public record Target(List<String> columns, Direction goal) {
    public Target {
      columns = List.copyOf(columns);
      Objects.requireNonNull(goal);
    }

    /** Return the name of the metric: its columns, separated by commas. */
    public String metric() {
      return String.join(",", columns);
    }
  }
}
