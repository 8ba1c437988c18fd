package io.github.greenscreen.table;

import io.github.greenscreen.format.CsvNumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Renders tables as rows of a CSV file, the header first. */
public final class CsvRows {
  private CsvRows() {}

  /** Return the rows of {@code table} below the names of its columns. */
  public static List<List<String>> of(Table<?> table) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.columns().stream().map(Column::name).toList());
    add(rows, table);
    return rows;
  }

  /**
   * Return the rows of all {@code tables} below {@code header}, which names their columns, with an
   * underscore for a point. The cells of a column that a table does not have are empty.
   */
  public static List<List<String>> of(List<String> header, List<Table<?>> tables) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(header);
    tables.forEach(table -> add(rows, arranged(table, header)));
    return rows;
  }

  private static <R> Table<R> arranged(Table<R> table, List<String> header) {
    List<Column<R>> columns =
        header.stream()
            .map(
                name ->
                    table.columns().stream()
                        .filter(column -> column.name().replace('.', '_').equals(name))
                        .findFirst()
                        .orElseGet(() -> Column.text(name, row -> null)))
            .toList();
    return new Table<>(table.title(), columns, table.rows());
  }

  private static <R> void add(List<List<String>> rows, Table<R> table) {
    for (R row : table.rows()) {
      rows.add(table.columns().stream().map(column -> spell(column.cell(row))).toList());
    }
  }

  private static String spell(Object cell) {
    return cell instanceof Double number
        ? CsvNumberFormat.tenDigits(number)
        : Objects.toString(cell, "");
  }
}
