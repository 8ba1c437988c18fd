package io.github.greenscreen.simulation;

import io.github.greenscreen.search.Constraint;
import io.github.greenscreen.search.Direction;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a table is to be searched.
 *
 * @param file the table
 * @param objectives what should improve, at least one
 * @param limits what a configuration must meet, by column
 * @param where which rows count: the value by column, in order
 * @param ignored columns that are neither parameters nor results
 * @param duration column that says how long a trial takes on the virtual clock; empty where all
 *     take as long
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

  /**
   * One thing to improve.
   *
   * @param columns its columns, at least one; several are averaged as far as a row fills them
   * @param goal which way it is better
   */
  public record Target(List<String> columns, Direction goal) {
    public Target {
      columns = List.copyOf(columns);
      Objects.requireNonNull(goal);
    }

    /** Return the name of the metric: its columns with commas between. */
    public String metric() {
      return String.join(",", columns);
    }
  }
}
