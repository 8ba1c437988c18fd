package io.github.greenscreen.table;

import java.util.List;
import java.util.function.Function;

/**
 * A column of a table whose rows are of type {@code R}.
 *
 * @param name its name in files; what follows a point is the name in an inner object of JSON
 * @param heading its heading in a terminal, without the unit
 * @param label its heading in the report, without the unit
 * @param unit its unit, empty for none
 * @param format how its cells are formatted and aligned
 * @param width its width in the report, relative to that of other columns
 * @param emphasis returns the emphasis of the cell of a row, in the report
 * @param value returns the cell of a row: a text, a number, a boolean, NaN if it is unknown, or
 *     null if the row has none
 */
public record Column<R>(
    String name,
    String heading,
    String label,
    String unit,
    CellFormat format,
    float width,
    Function<? super R, Emphasis> emphasis,
    Function<? super R, ?> value) {

  /** The emphasis of a cell. */
  public enum Emphasis {
    PLAIN,
    STRONG,
    QUIET;

    /** Return strong emphasis if {@code condition} holds. */
    public static Emphasis strongIf(boolean condition) {
      return condition ? STRONG : PLAIN;
    }
  }

  /** Return a column whose headings are its name, in the report with a capital letter. */
  public static <R> Column<R> of(String name, CellFormat format, Function<? super R, ?> value) {
    String label =
        name.length() > 1 ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name;
    return new Column<>(name, name, label, "", format, 1, row -> Emphasis.PLAIN, value);
  }

  /** Return a column of text whose headings are its name. */
  public static <R> Column<R> text(String name, Function<? super R, ?> value) {
    return of(name, CellFormat.TEXT, value);
  }

  /** Return a column of text that is aligned as numbers are. */
  public static <R> Column<R> right(String name, Function<? super R, ?> value) {
    return of(name, CellFormat.RIGHT, value);
  }

  /** Return this column with another name and the same headings. */
  public Column<R> named(String name) {
    return new Column<>(name, heading, label, unit, format, width, emphasis, value);
  }

  /** Return this column with other headings for terminals and reports. */
  public Column<R> headed(String heading, String label) {
    return new Column<>(name, heading, label, unit, format, width, emphasis, value);
  }

  /** Return this column with another heading in the report. */
  public Column<R> labelled(String label) {
    return headed(heading, label);
  }

  /** Return this column with the unit of its values. */
  public Column<R> in(String unit) {
    return new Column<>(name, heading, label, unit, format, width, emphasis, value);
  }

  /** Return this column with another format. */
  public Column<R> as(CellFormat format) {
    return new Column<>(name, heading, label, unit, format, width, emphasis, value);
  }

  /** Return this column with another relative width. */
  public Column<R> wide(float width) {
    return new Column<>(name, heading, label, unit, format, width, emphasis, value);
  }

  /** Return this column with the emphasis of each row. */
  public Column<R> emphasised(Function<? super R, Emphasis> emphasis) {
    return new Column<>(name, heading, label, unit, format, width, emphasis, value);
  }

  /** Return this column with all cells emphasised. */
  public Column<R> strong() {
    return emphasised(row -> Emphasis.STRONG);
  }

  /** Return the heading in the report with the unit. */
  public String title() {
    return unit.isEmpty() ? label : label + " (" + unit + ")";
  }

  /** Return the cell of {@code row}. */
  public Object cell(R row) {
    return value.apply(row);
  }

  /** Return the cells of {@code rows} as the report shows them. */
  public List<String> printed(List<R> rows) {
    return format.printed(rows.stream().<Object>map(value).toList());
  }
}
