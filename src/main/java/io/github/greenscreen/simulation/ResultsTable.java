package io.github.greenscreen.simulation;

import io.github.greenscreen.failure.FailureReason;
import io.github.greenscreen.space.DidYouMean;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file whose first line names the columns. Blanks around cells and blank lines are dropped;
 * cells missing at the end of a line are empty. Immutable.
 */
final class ResultsTable {
  private static final String NUMBER = "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?";

  private final Path file;
  private final List<String> columns;
  private final List<Row> rows;

  private ResultsTable(Path file, List<String> columns, List<Row> rows) {
    this.file = file;
    this.columns = columns;
    this.rows = rows;
  }

  /** One line; its cells are in the order of the columns. */
  private record Row(long line, List<String> cells) {}

  /** Read {@code file}; throw {@link SimulationException} if it is not a table. */
  static ResultsTable read(Path file) {
    try (CSVParser parser = CSVFormat.DEFAULT.parse(new StringReader(text(file)))) {
      List<Row> rows = new ArrayList<>();
      for (CSVRecord cells : parser) {
        rows.add(
            new Row(parser.getCurrentLineNumber(), cells.stream().map(String::strip).toList()));
      }
      rows.removeIf(row -> row.cells().stream().allMatch(String::isEmpty));
      if (rows.size() < 2) {
        throw new SimulationException(
            file
                + ": "
                + (rows.isEmpty() ? "the file is empty" : "there are no rows below the header")
                + "; expected a line of column names and a line for each measured configuration");
      }
      ResultsTable table =
          new ResultsTable(file, rows.get(0).cells(), List.copyOf(rows.subList(1, rows.size())));
      table.check();
      return table;
    } catch (IOException | UncheckedIOException e) {
      throw new SimulationException(file + ": not CSV: " + FailureReason.of(e));
    }
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new SimulationException(
          file + ": no such file; specify a CSV table of measured results, or a folder of runs");
    } catch (CharacterCodingException e) {
      throw new SimulationException(file + ": not UTF-8 text; expected a CSV table");
    } catch (IOException e) {
      throw new SimulationException("cannot read " + file + ": " + FailureReason.of(e));
    }
  }

  private void check() {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (column.isEmpty() || !seen.add(column)) {
        throw new SimulationException(
            "%s:1: %s; expected a unique name for each column"
                .formatted(
                    file,
                    column.isEmpty()
                        ? "a column has no name"
                        : "the column \"" + column + "\" appears twice"));
      }
    }
    for (Row row : rows) {
      if (row.cells().size() > columns.size()) {
        throw new SimulationException(
            "%s:%s: %s cells; expected at most %s, one per column"
                .formatted(file, row.line(), row.cells().size(), columns.size()));
      }
    }
  }

  List<String> columns() {
    return columns;
  }

  int size() {
    return rows.size();
  }

  /** Throw {@link SimulationException} if the table has no {@code column}. */
  void require(String column) {
    if (!columns.contains(column)) {
      throw new SimulationException(
          "%s: no column \"%s\"; expected one of %s%s"
              .formatted(
                  file, column, String.join(", ", columns), DidYouMean.hint(column, columns)));
    }
  }

  /** Return the rows with {@code value} under {@code column}; numbers are compared by value. */
  ResultsTable where(String column, String value) {
    require(column);
    List<Row> kept =
        rows.stream().filter(row -> same(cell(row, columns.indexOf(column)), value)).toList();
    if (kept.isEmpty()) {
      List<String> values = distinct(column);
      String some = String.join(", ", values.subList(0, Math.min(10, values.size())));
      throw new SimulationException(
          "%s: no row has %s=%s; its values are %s%s%s"
              .formatted(
                  file,
                  column,
                  value,
                  some,
                  values.size() > 10 ? ", ..." : "",
                  DidYouMean.hint(value, values)));
    }
    return new ResultsTable(file, columns, kept);
  }

  /** Return the cell of {@code row}, from 0, under {@code column}. */
  String text(int row, String column) {
    return cell(rows.get(row), columns.indexOf(column));
  }

  /** Tell whether the cell of {@code row} under {@code column} is not empty. */
  boolean has(int row, String column) {
    return !text(row, column).isEmpty();
  }

  /** Return the number of {@code row} under {@code column}, which must be finite. */
  double number(int row, String column) {
    String text = text(row, column);
    double number = text.matches(NUMBER) ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(number)) {
      throw new SimulationException(
          "%s:%s: %s is \"%s\"; expected a number"
              .formatted(file, rows.get(row).line(), column, text));
    }
    return number;
  }

  /** Return the number of {@code row} under {@code column}, which must not be negative. */
  double time(int row, String column) {
    double time = number(row, column);
    if (time < 0) {
      throw new SimulationException(
          "%s:%s: %s is \"%s\"; expected a time of at least 0"
              .formatted(file, rows.get(row).line(), column, text(row, column)));
    }
    return time;
  }

  /**
   * Return the distinct values of {@code column}: numbers ascending, each in its first spelling,
   * else texts in the order of the rows.
   */
  List<String> distinct(String column) {
    return configNames(column).values().stream().distinct().toList();
  }

  /** Return the spelling in {@link #distinct} of each cell of {@code column}, in that order. */
  Map<String, String> configNames(String column) {
    int place = columns.indexOf(column);
    List<String> cells = rows.stream().map(row -> cell(row, place)).distinct().toList();
    Map<String, String> configNames = new LinkedHashMap<>();
    if (cells.stream().allMatch(cell -> cell.matches(NUMBER))) {
      Map<Double, String> first = new TreeMap<>();
      // Adding 0 turns -0.0 into 0.
      cells.forEach(cell -> first.putIfAbsent(Double.parseDouble(cell) + 0.0, cell));
      first.values().forEach(cell -> configNames.put(cell, cell));
      cells.forEach(cell -> configNames.put(cell, first.get(Double.parseDouble(cell) + 0.0)));
    } else {
      cells.forEach(cell -> configNames.put(cell, cell));
    }
    return configNames;
  }

  /** Return the name of the file, as the beginning of a sentence. */
  @Override
  public String toString() {
    return file.toString();
  }

  /** Return a cell, or an empty string if the line ends before it. */
  private static String cell(Row row, int place) {
    return place < row.cells().size() ? row.cells().get(place) : "";
  }

  private static boolean same(String a, String b) {
    return a.equals(b)
        || (a.matches(NUMBER)
            && b.matches(NUMBER)
            && Double.parseDouble(a) == Double.parseDouble(b));
  }
}
