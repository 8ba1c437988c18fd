package io.github.greenscreen.table;

import io.github.greenscreen.table.Column.Emphasis;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table: which values of which things it shows, however it is rendered.
 *
 * @param title its title in a terminal, empty for none
 * @param columns its columns from left to right
 * @param rows the things that it shows, one in each row
 */
public record Table<R>(String title, List<Column<R>> columns, List<R> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Return a table without a title. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public static <R> Table<R> of(Collection<? extends R> rows, Column<R>... columns) {
    return new Table<>("", List.of(columns), List.copyOf(rows));
  }

  /** Return this table with {@code title}. */
  public Table<R> titled(String title) {
    return new Table<>(title, columns, rows);
  }

  /** Return the column {@code name}. */
  public Column<R> column(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + name));
  }

  /** Return this table with only the columns {@code names}, in their order. */
  public Table<R> select(String... names) {
    return new Table<>(title, Arrays.stream(names).map(this::column).toList(), rows);
  }

  /** Return this table without the columns {@code names}. */
  public Table<R> without(String... names) {
    List<String> dropped = List.of(names);
    return new Table<>(
        title, columns.stream().filter(each -> !dropped.contains(each.name())).toList(), rows);
  }

  /** Return this table with {@code column} in place of the one of the same name. */
  public Table<R> with(Column<R> column) {
    return map(each -> each.name().equals(column.name()) ? column : each);
  }

  /** Return this table with {@code more} after its columns. */
  public Table<R> and(List<Column<R>> more) {
    return new Table<>(title, Stream.concat(columns.stream(), more.stream()).toList(), rows);
  }

  /** Return this table with {@code change} applied to every column. */
  public Table<R> map(UnaryOperator<Column<R>> change) {
    return new Table<>(title, columns.stream().map(change).toList(), rows);
  }

  /** Return this table with the emphasis of each row. */
  public Table<R> emphasised(Function<? super R, Emphasis> emphasis) {
    return map(column -> column.emphasised(emphasis));
  }

  /** Return this table with {@code widths} of its columns in the report. */
  public Table<R> wide(float... widths) {
    if (widths.length != columns.size()) {
      throw new IllegalArgumentException(
          widths.length + " widths of " + columns.size() + " columns");
    }
    return new Table<>(
        title,
        IntStream.range(0, widths.length).mapToObj(i -> columns.get(i).wide(widths[i])).toList(),
        rows);
  }
}
