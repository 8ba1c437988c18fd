package io.github.greenscreen.simulation;

import io.github.greenscreen.space.DidYouMean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A table whose first line names the columns. Blanks around cells and blank lines are dropped;
 * cells missing at the end of a line are empty. Immutable.
 */
final class ResultsTable {
  private final Path file;
  private final List<String> columns;
  private final List<String> passedOver;
  private final List<String> notes;
  private final List<Row> rows;

  /**
   * Create it.
   *
   * @param columns names of the columns
   * @param passedOver names of columns that were passed over
   * @param notes sentences about how the file was read
   * @param rows the rows, with their cells in the order of the columns
   */
  ResultsTable(
      Path file,
      List<String> columns,
      List<String> passedOver,
      List<String> notes,
      List<Row> rows) {
    this.file = file;
    this.columns = List.copyOf(columns);
    this.passedOver = List.copyOf(passedOver);
    this.notes = List.copyOf(notes);
    this.rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param line its last line in the file, from 1
   * @param cells its cells without blanks around them
   */
  record Row(long line, List<String> cells) {
    Row {
      cells = List.copyOf(cells);
    }

    /** Return a cell, or an empty string if the line ends before it. */
    String cell(int place) {
      return place < cells.size() ? cells.get(place) : "";
    }

    /** Return the number of cells up to the last that is not empty. */
    int width() {
      int width = cells.size();
      while (width > 0 && cells.get(width - 1).isEmpty()) {
        width--;
      }
      return width;
    }

    /** Return the row with an empty cell in front. */
    Row preceded() {
      List<String> more = new ArrayList<>(Collections.singleton(""));
      more.addAll(cells);
      return new Row(line, more);
    }

    /** Return the row with the cells at {@code places}. */
    Row select(List<Integer> places) {
      return new Row(line, places.stream().map(this::cell).toList());
    }
  }

  /** Read {@code file}; throw {@link SimulationException} if it is not a table. */
  static ResultsTable read(Path file) {
    return TableReader.read(file);
  }

  List<String> columns() {
    return columns;
  }

  /** Return sentences about how the file was read, if it differs from plain CSV. */
  List<String> notes() {
    return notes;
  }

  int size() {
    return rows.size();
  }

  /** Tell whether the file has {@code column}, but it was passed over. */
  boolean hasPassedOver(String column) {
    return passedOver.contains(column) && !columns.contains(column);
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
        rows.stream().filter(row -> matches(row.cell(columns.indexOf(column)), value)).toList();
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
    return new ResultsTable(file, columns, passedOver, notes, kept);
  }

  /** Return the table without the rows of these numbers, from 0. */
  ResultsTable without(Set<Integer> left) {
    List<Row> kept = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (!left.contains(i)) {
        kept.add(rows.get(i));
      }
    }
    return new ResultsTable(file, columns, passedOver, notes, kept);
  }

  /** Return the cell of {@code row}, from 0, under {@code column}. */
  String text(int row, String column) {
    return rows.get(row).cell(columns.indexOf(column));
  }

  /** Tell whether {@code row} has a value under {@code column}: one that is not missing. */
  boolean has(int row, String column) {
    return !CellNumber.isMissing(text(row, column));
  }

  /** Return the number of {@code row} under {@code column}, which must be finite. */
  double number(int row, String column) {
    String text = text(row, column);
    double number = CellNumber.parse(text).orElse(Double.NaN);
    if (!Double.isFinite(number)) {
      throw new SimulationException(
          "%s:%s: %s is \"%s\"; expected a number, or an empty cell for a run without a result"
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
    List<String> cells = rows.stream().map(row -> row.cell(place)).distinct().toList();
    Map<String, String> configNames = new LinkedHashMap<>();
    if (cells.stream().allMatch(CellNumber::isNumber)) {
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

  /** Tell whether {@code cell} is {@code value}, which may have a decimal comma. */
  private static boolean matches(String cell, String value) {
    return CellNumber.same(cell, value)
        || (CellNumber.hasDecimalComma(value) && CellNumber.same(cell, value.replace(',', '.')));
  }
}
