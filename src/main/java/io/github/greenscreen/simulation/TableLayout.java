package io.github.greenscreen.simulation;

import io.github.greenscreen.simulation.ResultsTable.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the columns of a table: passes over names and numbers of rows, which pandas and R write in
 * front without a name, and over empty columns without a name, which spreadsheets write.
 */
final class TableLayout {
  /** Names that pandas and R's readr give to a column without a name. */
  private static final Pattern NAMELESS =
      Pattern.compile("|Unnamed: \\d+([._]\\w+)*|\\.\\.\\.\\d+");

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

  private final Path file;
  private final Row header;
  private final List<Row> rows;
  private final List<String> notes;

  private TableLayout(Path file, Row header, List<Row> rows, List<String> notes) {
    this.file = file;
    this.header = header;
    this.rows = rows;
    this.notes = new ArrayList<>(notes);
  }

  /**
   * Return the table of {@code rows}, the header first; throw {@link SimulationException} if a
   * column has no name or another's, or a row has more cells than there are columns.
   *
   * @param notes sentences about how the file was read so far
   */
  static ResultsTable of(Path file, List<Row> rows, List<String> notes) {
    Row header = rows.get(0);
    List<Row> body = rows.subList(1, rows.size());
    TableLayout layout = new TableLayout(file, header, body, notes);
    return layout.lacksNumbers()
        ? new TableLayout(file, header.preceded(), body, notes).table()
        : layout.table();
  }

  /** Tell whether the header lacks a cell for numbers of rows, as R's write.table leaves it. */
  private boolean lacksNumbers() {
    int columns = header.cells().size();
    return rows.stream().allMatch(row -> row.width() == columns + 1 && isWhole(row.cell(0)))
        && isIndex(0);
  }

  private static boolean isWhole(String cell) {
    return WHOLE.matcher(cell).matches();
  }

  private ResultsTable table() {
    List<String> names = header.cells();
    int first = firstNamed();
    List<Integer> kept = new ArrayList<>();
    for (int i = first; i < names.size(); i++) {
      if (!(isNameless(i) && isEmpty(i))) {
        kept.add(i);
      }
    }
    kept.forEach(this::requireName);
    requireUnique(kept);
    rows.forEach(this::requireFit);
    if (first > 0) {
      notes.add(passedOver(first));
    }
    return new ResultsTable(
        file,
        header.select(kept).cells(),
        names.stream().filter(name -> NAMELESS.matcher(name).matches()).toList(),
        notes,
        rows.stream().map(row -> row.select(kept)).toList());
  }

  private static String passedOver(int count) {
    return count == 1
        ? "the first column has no name and numbers or names the rows; it is passed over"
        : "the first %s columns have no name and number or name the rows; they are passed over"
            .formatted(count);
  }

  /** Return the place of the first column that is no index without a name. */
  private int firstNamed() {
    int place = 0;
    while (place < header.cells().size() && isNameless(place) && isIndex(place)) {
      place++;
    }
    return place;
  }

  private boolean isNameless(int place) {
    return NAMELESS.matcher(header.cells().get(place)).matches();
  }

  /**
   * Tell whether the cells number or name the rows: whole numbers that are all different, or rise
   * by one and start again where tables were joined; or texts that are all different.
   */
  private boolean isIndex(int place) {
    List<String> cells = rows.stream().map(row -> row.cell(place)).toList();
    boolean different = new HashSet<>(cells).size() == cells.size();
    if (cells.stream().allMatch(TableLayout::isWhole)) {
      return different || counts(cells.stream().map(Integer::valueOf).toList());
    }
    return different && cells.stream().noneMatch(CellNumber::isNumber);
  }

  private static boolean counts(List<Integer> numbers) {
    int first = numbers.get(0);
    for (int i = 1; i < numbers.size(); i++) {
      int number = numbers.get(i);
      if (number != numbers.get(i - 1) + 1 && number != first) {
        return false;
      }
    }
    return first <= 1;
  }

  private boolean isEmpty(int place) {
    return rows.stream().allMatch(row -> row.cell(place).isEmpty());
  }

  private void requireName(int place) {
    if (header.cells().get(place).isEmpty()) {
      throw new SimulationException(
          "%s:%s: column %s has no name; expected a unique name for each column"
              .formatted(file, header.line(), place + 1));
    }
  }

  private void requireUnique(List<Integer> places) {
    Set<String> seen = new HashSet<>();
    for (int place : places) {
      String name = header.cells().get(place);
      if (!seen.add(name)) {
        throw new SimulationException(
            "%s:%s: the column \"%s\" appears twice; expected a unique name for each column"
                .formatted(file, header.line(), name));
      }
    }
  }

  private void requireFit(Row row) {
    if (row.width() > header.cells().size()) {
      throw new SimulationException(
          "%s:%s: %s cells; expected at most %s, one per column"
              .formatted(file, row.line(), row.width(), header.cells().size()));
    }
  }
}
